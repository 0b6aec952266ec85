"""The self-similar distributions of Lifshitz, Slyozov and Wagner, and how they grow.

    diffusion  g(z) = (4/9) z^2 [3/(3+z)]^(7/3) [(3/2)/(3/2-z)]^(11/3) exp[-z/(3/2-z)],  z = r/<r> < 3/2
               <r>^3 = r_0^3 + (4/9) K t,  K = D V_m c_inf l_c,  sd/<r> 0.21506
    reaction   g(z) = 24 z (2-z)^-5 exp[-3z/(2-z)],  z = r/r*, <r> = (8/9) r*
               <r>^2 = r_0^2 + (32/81) B t,  B = k_g V_m c_inf l_c,  sd/<r> 0.35355
"""
import sys

import numpy as np

kind = sys.argv[1] if len(sys.argv) > 1 else "diffusion"
V_m, gamma, T, c_inf, r_0, N_0 = 3.29e-5, 0.01, 500.0, 1.0, 3e-9, 1e24
l_c = 2 * gamma * V_m / (8.31446261815324 * T)
if kind == "diffusion":
    power, spread = 3, 0.215058909
    speed = 4 / 9 * 1e-12 * V_m * c_inf * l_c
else:
    power, spread = 2, 1 / np.sqrt(8)
    speed = 32 / 81 * 1e-4 * V_m * c_inf * l_c

print(f"time [s],radius_mean^{power} [nm^{power}],dispersion [1],number radius_mean^3 [1/m^3 nm^3]")
for factor in (1, 2, 4, 5):
    t = (factor**power - 1) * r_0**power / speed
    print(f"{t:.6g},{(factor * r_0 * 1e9) ** power:.9g},{spread:.9g},{N_0 * r_0**3 * 1e27:.9g}")
