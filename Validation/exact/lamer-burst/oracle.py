"""LaMer's burst as ordinary equations for the moments of r, closed because G does not depend on size.

    P' = -k_p P,  N' = J,  M_1' = J r_n + G N,  M_2' = J r_n^2 + 2 G M_1,  M_3' = J r_n^3 + 3 G M_2
    c = P_0 - P - 4 pi M_3/(3 V_m),  G = V_m k_g (c - c_inf),  J = 1e30 exp(-335/ln^2 S)

Lengths in nm, numbers in 1e21/m^3.
"""
import numpy as np
from scipy.integrate import solve_ivp

P0, c_inf, V_m, r_n = 10.0, 1e-4, 3.15e-5, 0.6
matter = 4 * np.pi / (3 * V_m) * 1e21 * 1e-27


def burst(k_p, k_g):
    def rates(t, y):
        N, M1, M2, M3 = y
        c = -P0 * np.expm1(-k_p * t) - matter * M3
        J = 1e9 * np.exp(-335 / np.log(c / c_inf) ** 2) if c > c_inf else 0.0
        G = V_m * k_g * (c - c_inf) * 1e9 if N > 0 else 0.0
        return [J, J * r_n + G * N, J * r_n**2 + 2 * G * M1, J * r_n**3 + 3 * G * M2]

    # Nothing happens before ten times the solubility; then a step never passes over the burst.
    start = -np.log1p(-10 * c_inf / P0) / k_p
    burst_end = 0.2 / k_p
    first = solve_ivp(rates, (start, burst_end), np.zeros(4), method="LSODA", rtol=1e-12,
                      atol=1e-14, max_step=burst_end / 1000)
    last = solve_ivp(rates, (burst_end, 1e5), first.y[:, -1], method="LSODA", rtol=1e-12, atol=1e-14)
    N, M1, M2, M3 = last.y[:, -1]
    mean = M1 / N
    return N * 1e21, mean, np.sqrt(M2 / N - mean**2)


print("point,time [s],number [1/m^3],radius_mean [nm],radius_sd [nm]")
for k_p, k_g in (("3e-4", "4e-4"), ("3e-3", "4e-4"), ("1e-2", "4e-4"), ("3e-3", "2e-4")):
    N, mean, sd = burst(float(k_p), float(k_g))
    name = f"{k_p} 1/s" if k_g == "4e-4" else "0.003 1/s"
    print(name, 100000, f"{N:.9e}", f"{mean:.9g}", f"{sd:.8g}", sep=",")
