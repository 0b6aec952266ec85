"""A point that is uniform in a sphere, and Poisson's share of exactly one."""
import numpy as np

radius = (3 * 696 * 9.403159725795938e-29 / (4 * np.pi)) ** (1 / 3) * 1e9
print("time [s],measure,quantity,value [1],expected [1]")
for name, value in (("single", np.exp(-1)), ("single_deep", np.exp(-1) * (1 - 1 / radius) ** 3),
                    ("depth", radius / 4), ("exchange", 1.5 / np.pi**2)):
    print(1, "estimate", f"Ag_{name}", "", f"{value:.10g}", sep=",")
