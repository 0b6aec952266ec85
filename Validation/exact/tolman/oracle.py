"""4 pi r^2 gamma/(1 + 2 delta/r), in J, for r in nm."""
from mpmath import mp, mpf, pi

mp.dps = 30
print("radius [nm],surface_energy [J/m^2],tolman_length [nm],energy [J]")
for r, delta in ((1, "0.1"), (2, "0.1"), (1, "0")):
    energy = 4 * pi * mpf(r)**2 * mpf("1e-18") / (1 + 2 * mpf(delta) / r)
    print(r, 1, delta, mp.nstr(energy, 17), sep=",")
