"""Straight lines between 0 and -0.2 eV at 13 units, and between 0 and -0.3 eV at 55, in J."""
from mpmath import mp, mpf

mp.dps = 30
electronvolt = mpf("1.602176634e-19")
print("units,energy [J]")
for units in ("1", "12", "12.5", "13", "13.75", "14", "55", "56"):
    energy = mpf(0)
    for size, depth in ((13, mpf("0.2")), (55, mpf("0.3"))):
        energy -= depth * max(mpf(0), 1 - abs(mpf(units) - size))
    print(units, mp.nstr(energy * electronvolt, 17), sep=",")
