"""Ripening by diffusion with a source: dr/dt = (K/r)[(1 + p)/<r> - 1/r],  p = Q V_m/(4 pi K N).

Crystals of 10 nm and a Gaussian width; K = D V_m c_inf l_c. The changes of the widths go to the other stream.
Each p is 1e-3 beside the one at which the width (near 1), or the width over the mean (near 1/2), stops
changing: 1.000150, 0.500113 for a width of 0.5 % and 1.002407, 0.501805 for one of 2 %.
"""
import sys

import numpy as np
from scipy.integrate import solve_ivp

V_m, gamma, T, c_inf, D, N, r_0 = 3.29e-5, 0.01, 500.0, 1.0, 1e-12, 1e22, 10.0
l_c = 2 * gamma * V_m / (8.31446261815324 * T)
K = D * V_m * c_inf * l_c * 1e27
unit = 4 * np.pi * K * 1e-27 * N / V_m
print("time [s],point,radius_sd [nm],dispersion [1]")
for flip, spread in ((1.000150, 0.005), (1.002407, 0.02), (0.500113, 0.005), (0.501805, 0.02)):
    for p in (flip - 1e-3, flip + 1e-3):
        z = np.linspace(-8, 8, 801)
        weight = np.exp(-z * z / 2) / np.exp(-z * z / 2).sum()
        start = r_0 * (1 + spread * z)
        rates = lambda t, r: K / r * ((1 + p) / (weight * r).sum() - 1 / r)
        times = [0.0, 40.0]
        run = solve_ivp(rates, (0, 40), start, method="DOP853", rtol=1e-12, atol=1e-12, t_eval=times)
        values = []
        for r in run.y.T:
            mean = (weight * r).sum()
            sd = np.sqrt((weight * (r - mean) ** 2).sum())
            values += [sd, sd / mean]
        print(f"40,{p * unit:.12g} 1/s,{values[2]:.10g},{values[3]:.10g}")
        print(f"p {p:.6f}, width {spread:g}: sd {values[2] / values[0] - 1:+.2e}, "
              f"sd/<r> {values[3] / values[1] - 1:+.2e}", file=sys.stderr)
