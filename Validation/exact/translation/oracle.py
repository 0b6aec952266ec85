"""Seeds that all grow by 0.01 nm/s: every radius shifts by the same amount.

Seeds are whole units of 1e-5 nm^3, a quarter of them between 0.8 and 1.0 nm of radius, the others up to 1.2 nm, put
into 1,000 classes of equal width in units; number and units of a class are kept.
"""
import numpy as np

volume = 1e-5
radius = lambda n: (3 * n * volume / (4 * np.pi)) ** (1 / 3)
units = lambda r: 4 * np.pi / 3 * r**3 / volume
whole = np.arange(int(units(0.8)), int(np.ceil(units(1.2))) + 1)
below = np.interp(radius(whole + 0.5), [0.8, 1.0, 1.2], [0, 0.25, 1])
share = np.diff(below, prepend=0)
occupied = np.flatnonzero(share > 1e-14)
width = max(1, (occupied[-1] - occupied[0]) // 1000 + 1)
starts = np.arange(0, share.size, width)
number = np.add.reduceat(share, starts)
mean = np.add.reduceat(share * whole, starts)[number > 0] / number[number > 0]
number = number[number > 0] / number.sum()
r = radius(mean)
print("time [s],radius_mean [nm],radius_sd [nm]")
for t in (0, 100, 200):
    average = (number * r).sum() + 0.01 * t
    spread = np.sqrt((number * (r - (number * r).sum()) ** 2).sum())
    print(t, f"{average:.15g}", f"{spread:.12g}", sep=",")
