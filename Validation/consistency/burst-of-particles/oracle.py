"""As consistency/burst-on-grids: the moments of exact/lamer-burst at k_p = 3e-3 /s, k_g = 4e-4 m/s, and the noise of single units on top.

A unit comes at a = 4 pi r^2 k_g c and leaves at 4 pi r^2 k_g c_inf, each a step of v/(4 pi r^2):

    var(r) = sd^2 + int k_g (c + c_inf) N_A v^2/(4 pi r^2) dt
           = sd^2 + (v/4 pi)(1/r_n - 1/r) + int 2 k_g c_inf N_A v^2/(4 pi r^2) dt

with the mean r(t). Lengths in nm, numbers in 1e21/m^3.
"""
import numpy as np
from scipy.integrate import solve_ivp

P0, c_inf, V_m, r_n, k_p, k_g = 10.0, 1e-4, 3.15e-5, 0.6, 3e-3, 4e-4
matter = 4 * np.pi / (3 * V_m) * 1e21 * 1e-27
v = V_m / 6.02214076e23 * 1e27


def rates(t, y):
    N, M1, M2, M3, exchange = y
    c = -P0 * np.expm1(-k_p * t) - matter * M3
    J = 1e9 * np.exp(-335 / np.log(c / c_inf) ** 2) if c > c_inf else 0.0
    G = V_m * k_g * (c - c_inf) * 1e9 if N > 0 else 0.0
    r = M1 / N if N > 1e-6 else np.inf
    noise = 2 * V_m * k_g * c_inf * 1e9 * v / (4 * np.pi * r**2)
    return [J, J * r_n + G * N, J * r_n**2 + 2 * G * M1, J * r_n**3 + 3 * G * M2, noise]


start, middle = -np.log1p(-10 * c_inf / P0) / k_p, 0.2 / k_p
times = [1000.0]
first = solve_ivp(rates, (start, middle), np.zeros(5), method="LSODA", rtol=1e-11, atol=1e-14,
                  max_step=middle / 1000)
last = solve_ivp(rates, (middle, 10000), first.y[:, -1], method="LSODA", rtol=1e-11, atol=1e-14,
                 t_eval=times)
print("time [s],measure,quantity,expected [1]")
for t, (N, M1, M2, M3, exchange) in zip(times, last.y.T):
    r = M1 / N
    variance = M2 / N - r**2 + v / (4 * np.pi) * (1 / r_n - 1 / r) + exchange
    for name, value in (("number", N * 1e21), ("radius_mean", r), ("radius_sd", np.sqrt(variance))):
        print(f"{t:g}", "pooled", name, f"{value:.9e}", sep=",")
