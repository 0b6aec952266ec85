"""The closed form of product coagulation; N_0 = 1e22/m^3, k N_0 = 1/s, primary particles of two units."""
from mpmath import exp, factorial, mp, mpf

mp.dps = 30
N_0, t = mpf("1e22"), mpf("0.5")
T = t
sizes = (1, 2, 3, 5, 10)
counts = [mpf(i) ** (i - 2) * T ** (i - 1) * exp(-i * T) / factorial(i) for i in sizes]
moments = [1 - T / 2, 4 * (1 / (1 - T))]
print("time [s]," + ",".join(f"cluster[{2 * i}] [1/m^3]" for i in sizes) + ",moment[0] [1/m^3],moment[2] [1/m^3]")
print("0.5," + ",".join(mp.nstr(N_0 * value, 15) for value in counts + moments))
