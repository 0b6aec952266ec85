"""Nucleation and growth at G = V_m k_g (r_n/r)^2 (c - c_inf), closed in u = r^3.

    u' = g = 3 V_m k_g r_n^2 (c - c_inf),  N' = J,  U_1' = J u_n + g N,  U_2' = J u_n^2 + 2 g U_1

Lengths in nm, numbers in 1e21/m^3. The third moment is the matter in crystals.
"""
import numpy as np
from scipy.integrate import solve_ivp

P0, c_inf, V_m, r_n, k_g = 10.0, 1e-4, 3.15e-5, 0.6, 4e-4
matter = 4 * np.pi / (3 * V_m) * 1e21 * 1e-27
u_n = r_n**3


def burst(k_p):
    def rates(t, y):
        N, U1, U2 = y
        c = -P0 * np.expm1(-k_p * t) - matter * U1
        J = 1e9 * np.exp(-335 / np.log(c / c_inf) ** 2) if c > c_inf else 0.0
        g = 3 * V_m * k_g * r_n**2 * (c - c_inf) * 1e9 if N > 0 else 0.0
        return [J, J * u_n + g * N, J * u_n**2 + 2 * g * U1]

    # Nothing happens before ten times the solubility; then a step never passes over the burst.
    start, middle = -np.log1p(-10 * c_inf / P0) / k_p, 0.5 / k_p
    first = solve_ivp(rates, (start, middle), np.zeros(3), method="LSODA", rtol=1e-12, atol=1e-14,
                      max_step=middle / 1000)
    last = solve_ivp(rates, (middle, 1e5), first.y[:, -1], method="LSODA", rtol=1e-12, atol=1e-14)
    N, U1, U2 = last.y[:, -1]
    return N * 1e21, U1 * 1e21, np.sqrt(U2 * N / U1**2 - 1)


print("point,time [s],number [1/m^3],moment[1] [1/m^3],units_dispersion [1]")
for k_p in ("3e-4", "3e-3", "3e-2"):
    N, U1, spread = burst(float(k_p))
    units = U1 * 4 * np.pi / 3 * 1e-27 / (V_m / 6.02214076e23)
    print(f"{k_p} 1/s", 100000, f"{N:.9e}", f"{units:.9e}", f"{spread:.8g}", sep=",")
