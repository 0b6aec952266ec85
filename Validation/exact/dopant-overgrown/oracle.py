"""A point that is uniform in the core, under a shell of binomially many units."""
import numpy as np
from scipy.integrate import quad
from scipy.stats import binom

unit = 9.403159725795938e-29
def radius(units):
    return (3 * units * unit / (4 * np.pi)) ** (1 / 3) * 1e9

core = radius(150)
more = np.arange(500, 900)
chance = binom.pmf(more, 70000, 0.01)
assert abs(chance.sum() - 1) < 1e-12
depth = chance @ radius(150 + more) - 0.75 * core
exchange = sum(p * quad(lambda rho: np.sinc(rho / radius(150 + m)) ** 2 * 3 * rho**2 / core**3, 0, core)[0]
               for m, p in zip(more, chance) if p > 1e-9)
# Per crystal 1 dopant comes in the second, of a million.
assert radius(150 + 566) - core > 1
print("time [s],measure,quantity,value [1],expected [1]")
for name, value in (("single", np.exp(-1)), ("single_deep", np.exp(-1)), ("depth", depth), ("exchange", exchange)):
    print(11, "estimate", f"Mn_{name}", "", f"{value:.10g}", sep=",")
