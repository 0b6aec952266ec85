"""Time, coverage and dissolved ligand in equilibrium."""
from mpmath import mp, mpf, sqrt

mp.dps = 30
k, total = mpf("0.2"), mpf(10)
sites = mpf(10) ** 22 * 100 * 4 / mpf("6.02214076e23")
# k s x^2 - (1 + k c_0 + k s) x + k c_0 = 0
b = 1 + k * (total + sites)
x = (b - sqrt(b * b - 4 * k * k * sites * total)) / (2 * k * sites)
print(60, mp.nstr(x, 15), mp.nstr(total - sites * x, 15), sep=",")
