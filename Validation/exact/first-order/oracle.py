"""[A] = A0 exp(-k t), to the digits of reference.csv."""
from mpmath import exp, mp

mp.dps = 30
a = 9 * exp(-1)
print(1000, mp.nstr(a, 15), mp.nstr(9 - a, 15), sep=",")
