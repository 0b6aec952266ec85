"""The age of what passes a place. Time and A."""
from mpmath import exp, mp, mpf

mp.dps = 30
for t in ["0.5", "1"]:
    print(t, mp.nstr(exp(-mpf("0.6") * mpf(t)), 15), sep=",")
