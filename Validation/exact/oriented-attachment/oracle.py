"""Equal particles that pair once: d/d_0 = (2^(1/3) x + 1)/(x + 1), x = k N_0 t, of a primary particle of two units."""
from mpmath import mp, mpf, pi

mp.dps = 30
r_0 = (3 * mpf("2e-28") / (4 * pi)) ** (mpf(1) / 3) * 10**9
print("time [s],radius_mean [nm],number [1/m^3]")
for x in ("0.1", "1", "10"):
    growth = (mpf(2) ** (mpf(1) / 3) * mpf(x) + 1) / (mpf(x) + 1)
    print(x, mp.nstr(r_0 * growth, 15), mp.nstr(mpf("1e22") * (1 + mpf(x)) / (1 + 2 * mpf(x)), 15), sep=",")
