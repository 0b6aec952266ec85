"""Dopants on and in a sphere that grows at a steady rate."""
import numpy as np
from scipy.integrate import solve_ivp

growth, layer, residence, sticking, volume = 0.2, 0.3, 0.4, 1e-6, 1e-3  # nm, s, nm^3
start = (3 * 20_000 * volume / (4 * np.pi)) ** (1 / 3)
# Solute and dopant are as many: what is swept for solute is swept for both.
adsorbed = lambda t: sticking * 4 * np.pi * (start + growth * t) ** 2 * growth / volume
rates = lambda t, y: [adsorbed(t) - (growth / layer + 1 / residence) * y[0], growth / layer * y[0]]
print("time [s],Mn_per_crystal [1],Mn_variance [1],Mn_on_surface [1]")
for time in (0.5, 2):
    surface, buried = solve_ivp(rates, (0, time), [0, 0], rtol=1e-12, atol=1e-20).y[:, -1]
    both = surface + buried
    print(time, *(f"{x:.10g}" for x in (both, both, surface / both)), sep=",")
