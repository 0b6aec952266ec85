"""4 pi r^2 k'/(1 + k' r/D) in m^3/s, with k' = k (1 - theta)^m."""
from mpmath import mp, mpf, pi

mp.dps = 30
r, D = mpf("2e-9"), mpf("1e-9")
print("coverage,blocking_exponent,attachment [m^3/s]")
for coverage in ("0", "0.25", "0.9", "1"):
    for exponent in ("1", "2.5"):
        k = mpf("0.5") * (1 - mpf(coverage))**mpf(exponent)
        print(coverage, exponent, mp.nstr(4 * pi * r**2 * k / (1 + k * r / D), 17), sep=",")
