"""1 - exp(-t + 2 (1 - exp(-t/2)))."""
import numpy as np

def waiting(t):
    return np.exp(-t - 2 * np.expm1(-t / 2))

print("time [s],measure,quantity,value [1],expected [1]")
for t in np.linspace(0, 9, 451):
    print(9, "cumulative", "first_crystal", f"{t:g}", f"{1 - waiting(t):.9g}", sep=",")
print(3, "share", "crystals", 0, f"{waiting(3):.9g}", sep=",")
