"""Two sizes that grow by diffusion: r^2 grows by 2 V_m D (c - c_inf) t for both."""
from math import sqrt

K = 3.15e-5 * 1e-13 * (0.1 - 1e-9) * 1e18  # nm^2/s

print("time [s],radius_mean [nm],radius_sd [nm],dispersion [1]")
for t in (5, 20, 80):
    small, large = (sqrt(r * r + 2 * K * t) for r in (1.5, 2.5))
    mean, sd = (small + large) / 2, (large - small) / 2
    print(f"{t},{mean:.12g},{sd:.12g},{sd / mean:.12g}")
