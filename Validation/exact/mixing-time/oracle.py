"""Time, tracer and volume."""
from mpmath import exp, mp, mpf

mp.dps = 30
for t in [1, 5]:
    print(t, mp.nstr(1 - exp(-mpf(t) / 2), 15), "0.015", sep=",")
