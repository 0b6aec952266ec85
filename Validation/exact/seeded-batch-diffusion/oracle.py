"""Identical seeds that take up all solute: r(t) by inverting the time that a radius needs.

    t(r) = int dr/G,  reaction G = V_m k c(r),  diffusion G = V_m D c(r)/r,  c = c_0 - 4 pi N (r^3 - r_0^3)/(3 V_m)

A particle is 1e5 units at r_0, so that it is a whole number of them; concentrations count units.
"""
import sys

from mpmath import mp, mpf, pi, quad

mp.dps = 30
V_m, r_0, N, c_0 = mpf("3.2993e-5"), mpf("1e-9"), mpf("1e22"), mpf(10)


def solute(r):
    return c_0 - 4 * pi * N * (r**3 - r_0**3) / (3 * V_m)


kind = sys.argv[1] if len(sys.argv) > 1 else "diffusion"
speed = {"reaction": lambda r: V_m * mpf("1e-6") * solute(r),
         "diffusion": lambda r: V_m * mpf("1e-9") * solute(r) / r}[kind]
times = {"reaction": ("2", "5", "10", "20"),
         "diffusion": ("5e-6", "10e-6", "20e-6", "40e-6")}[kind]
units = 4 * pi / 3 * r_0**3 / V_m * mpf("6.02214076e23")
scale = mpf(100000) / units
print("volume_per_unit m^3", mp.nstr(4 * pi / 3 * r_0**3 / 100000, 17), "c_0 mol/m^3",
      mp.nstr(c_0 * scale, 17), file=sys.stderr)
print("time [s],radius_mean [nm],number [1/m^3]")
end = (r_0**3 + 3 * V_m * c_0 / (4 * pi * N)) ** (mpf(1) / 3)
for t in times:
    low, high = r_0, end * (1 - mpf(10) ** -14)
    for _ in range(70):
        middle = (low + high) / 2
        if quad(lambda r: 1 / speed(r), [r_0, middle]) < mpf(t):
            low = middle
        else:
            high = middle
    print(t, mp.nstr(low * mpf("1e9"), 12), "1e22", sep=",")
