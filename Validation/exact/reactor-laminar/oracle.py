"""The mean over the ages behind a laminar tube. Time and A."""
from mpmath import expint, mp, mpf

mp.dps = 30
for t in ["0.5", "1"]:
    print(t, mp.nstr(2 * expint(3, mpf("0.6") * mpf(t) / 2), 15), sep=",")
