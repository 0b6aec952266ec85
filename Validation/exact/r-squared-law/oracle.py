"""Crystals that all grow by G = g/r^m: r^(m+1) of each shifts by the same s, Gaussian seeds of 2.0 +- 0.2 nm.

The shift brings the mean to 4 nm; printed are mean, standard deviation and the time, s/(m + 1) for
g = 1 nm^(m+1)/s.
"""
import sys

from mpmath import exp, findroot, mp, mpf, pi, quad, sqrt

mp.dps = 25
mean, sd = mpf(2), mpf("0.2")


def average(value):
    weight = lambda r: exp(-((r - mean) / sd) ** 2 / 2) / (sd * sqrt(2 * pi))
    return quad(lambda r: weight(r) * value(r), [mpf("0.1"), 1, mpf("1.5"), 2, mpf("2.5"), 3, mpf("3.9")])


print("point,time [s],radius_mean [nm],radius_sd [nm]")
for m in (1, 2, 3, 5):
    p = m + 1
    radius = lambda r, s: (r**p + s) ** (mpf(1) / p)
    s = findroot(lambda s: average(lambda r: radius(r, s)) - 4, mpf(4) ** p - mpf(2) ** p)
    spread = sqrt(average(lambda r: (radius(r, s) - 4) ** 2))
    print(f"exponent {m}: shift {mp.nstr(s, 12)} nm^{p}, time {mp.nstr(s / p, 17)} s, "
          f"sd/mean {mp.nstr(spread / 4, 6)}", file=sys.stderr)
    print(m, mp.nstr(s / p, 17), 4, mp.nstr(spread, 10), sep=",")
