"""Mean and standard deviation of the linear birth-death process, in closed form."""
import numpy as np

born, dying, first = 0.1, 0.11, 100
print("time [s],measure,quantity,expected [1],sd [1]")
for t in range(51):
    share = np.exp((born - dying) * t)
    variance = first * (born + dying) / (born - dying) * share * (share - 1)
    print(t, "moments", "X", f"{first * share:.12g}", f"{np.sqrt(abs(variance)):.12g}", sep=",")
