"""r(t) of V54 by a fourth-order Runge-Kutta method in small equal steps."""
from math import exp, pi

D, K, C_S, N, TOTAL, L_C, V_M = 3.01e-18, 7.97e-10, 5.53e-2, 8.04e21, 55.33, 6e-9, 3.29e-5
MINUTES = [1.199, 6.119, 16.485, 30.014, 49.421, 70.010, 104.968, 141.155]


def speed(r):
    c = TOTAL - 4 * pi / 3 * N * r**3 / V_M
    return V_M * D * (c - C_S * exp(L_C / r)) / (r + D / K)


print("time [s],radius_mean [nm]")
t, r = 0.0, 2.849841e-9
for minute in MINUTES:
    end = 60 * minute
    steps = round((end - t) / 0.05)
    h = (end - t) / steps
    for _ in range(steps):
        a = speed(r)
        b = speed(r + h / 2 * a)
        c = speed(r + h / 2 * b)
        r += h / 6 * (a + 2 * b + 2 * c + speed(r + h * c))
    t = end
    print(f"{end:.8g},{1e9 * r:.9g}")
