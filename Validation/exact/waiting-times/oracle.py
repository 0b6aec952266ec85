"""1 - exp(-t), and exp(-1)."""
import numpy as np

print("time [s],measure,quantity,value [1],expected [1]")
for t in np.linspace(0, 8, 401):
    print(8, "cumulative", "first_crystal", f"{t:g}", f"{-np.expm1(-t):.9g}", sep=",")
print(1, "share", "crystals", 0, f"{np.exp(-1):.9g}", sep=",")
