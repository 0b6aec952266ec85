"""The closed sums of a constant kernel, integrated."""
from scipy.integrate import solve_ivp

q, K = 0.7, 2.0
rates = lambda t, y: [-K / 2 * y[0]**2, q * y[0], 2 * q * y[1] + K * y[1]**2,
                      q * (y[0] - y[3]) - K / 2 * y[3]**2]
print("time [s],number [1/m^3],Ag_per_crystal [1],Ag_variance [1],Ag_without [1]")
for time in (0.25, 1):
    N, M, pairs, H = solve_ivp(rates, (0, time), [1, 0, 0, 0], method="DOP853", rtol=1e-13,
                               atol=1e-15).y[:, -1]
    mean = M / N
    print(time, f"{N:.12g}e21", f"{mean:.12g}", f"{pairs / N + mean - mean**2:.12g}",
          f"{1 - H / N:.12g}", sep=",")
