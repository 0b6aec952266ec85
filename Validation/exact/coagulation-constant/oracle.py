"""The closed form of constant coagulation; N_0 = 1e22/m^3, k N_0 = 1/s, primary particles of two units."""
from mpmath import mp, mpf

mp.dps = 30
N_0, t = mpf("1e22"), mpf("4")
T = t / 2
sizes = (1, 2, 3, 5, 10)
counts = [T**(i - 1) / (1 + T) ** (i + 1) for i in sizes]
moments = [1 / (1 + T), 4 * (1 + t)]
print("time [s]," + ",".join(f"cluster[{2 * i}] [1/m^3]" for i in sizes) + ",moment[0] [1/m^3],moment[2] [1/m^3]")
print("4," + ",".join(mp.nstr(N_0 * value, 15) for value in counts + moments))
