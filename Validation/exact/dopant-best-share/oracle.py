"""The chain's master equation, and the best share in closed form."""
import numpy as np
from scipy.linalg import expm

print("point,time [s],measure,quantity,value [1],expected [1]")
for text in ("10", "1", "0.3", "0.1", "0.03", "0.01"):
    f = float(text)
    u = 1.0 if f == 1 else np.log(f) / (f - 1)
    rate = np.full(200, f * u)
    rate[0] = u
    p = expm(np.diag(-rate) + np.diag(rate[:-1], -1))[:, 0]
    single = np.exp(-1) if f == 1 else f ** (f / (1 - f))
    assert abs(p[1] - single) < 1e-12
    for count, chance in enumerate(p):
        if chance > 1e-12:
            print(text, 1, "distribution", "Ag_per_crystal", count, f"{chance:.10g}", sep=",")
    print(text, 1, "estimate", "Ag_single", "", f"{single:.10g}", sep=",")
