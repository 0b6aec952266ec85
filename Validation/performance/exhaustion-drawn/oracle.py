"""Problem B3 as its equations, without noise.

With x = M/N and p = P/N for N monomers, dx/dt = -15 x^3 - 5 N x p and dp/dt = 5 x^3, a particle gains
5 N x units a second. Over (1 - x)^1/2 instead of time nothing is singular; fourth-order Runge-Kutta.
"""
monomers, steps = 1e6, 20_000
avogadro = 6.02214076e23


def slopes(root, p):
    x = 1 - root * root
    below = 3 * x * x + monomers * p
    return 2 * root * x * x / below, 2 * root * monomers / below


h = 1 / steps
p = gained = 0.0
course = [(0.0, 0.0)]
for step in range(steps):
    root = step * h
    k1 = slopes(root, p)
    k2 = slopes(root + h / 2, p + h / 2 * k1[0])
    k3 = slopes(root + h / 2, p + h / 2 * k2[0])
    k4 = slopes(root + h, p + h * k3[0])
    p += h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0])
    gained += h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
    course.append((p, gained))
moments = [0.0, 0.0, 0.0]
for (p0, g0), (p1, g1) in zip(course, course[1:]):
    size = 3 + gained - 0.5 * (g0 + g1)
    for k in range(3):
        moments[k] += (p1 - p0) * size**k
mean = moments[1] / moments[0]
spread = (moments[2] / moments[0] / mean**2 - 1) ** 0.5
print("time [s],number [1/m^3],units_dispersion [1],yield [1]")
print(f"40,{p * avogadro:.6e},{spread:.6f},{moments[1]:.6f}")
