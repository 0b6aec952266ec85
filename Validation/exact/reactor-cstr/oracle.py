"""A tank that starts with its feed. Time and A."""
from mpmath import exp, mp, mpf

mp.dps = 30
k = mpf("0.6")
a = 1 / (1 + k)
for t in ["0.5", "60"]:
    print(t, mp.nstr(a + (1 - a) * exp(-(k + 1) * mpf(t)), 15), sep=",")
