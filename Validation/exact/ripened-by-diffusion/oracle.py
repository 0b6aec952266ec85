"""Numbers of the published densities of Lifshitz, Slyozov and Wagner, z = r/r*, by quadrature.

    diffusion  g(z) = (4/9) z^2 [3/(3+z)]^(7/3) [(3/2)/(3/2-z)]^(11/3) exp[-z/(3/2-z)],  z < 3/2
    reaction   g(z) = 24 z (2-z)^-5 exp[-3z/(2-z)],  z < 2

usage: oracle.py [diffusion | reaction]
"""
import sys

from mpmath import diff, exp, findroot, linspace, mp, mpf, quad, sqrt

mp.dps = 30
kind = sys.argv[1] if len(sys.argv) > 1 else "diffusion"
if kind == "diffusion":
    top, bracket = mpf(3) / 2, (mpf(1), mpf("1.3"))
    g = lambda z: (mpf(4) / 9 * z**2 * (3 / (3 + z)) ** (mpf(7) / 3) * (top / (top - z)) ** (mpf(11) / 3)
                   * exp(-z / (top - z)))
else:
    top, bracket = mpf(2), (mpf("0.9"), mpf("1.2"))
    g = lambda z: 24 * z / (2 - z) ** 5 * exp(-3 * z / (2 - z))
end = top - mpf("1e-6")
average = lambda value: quad(lambda z: g(z) * value(z), linspace(0, end, 25))
assert abs(average(lambda z: 1) - 1) < mpf("1e-20")
mean = average(lambda z: z)
sd = sqrt(average(lambda z: (z - mean) ** 2))
mode = findroot(lambda z: diff(g, z), bracket, solver="anderson")
values = {
    "mean": mean,
    "dispersion": sd / mean,
    "skewness": average(lambda z: (z - mean) ** 3) / sd**3,
    "excess_kurtosis": average(lambda z: (z - mean) ** 4) / sd**4 - 3,
    "square": average(lambda z: z**2) / mean**2,
    "cube": average(lambda z: z**3) / mean**3,
    "mode": mode,
    "peak": g(mode),
}
print(",".join(values))
print(",".join(mp.nstr(value, 13) for value in values.values()))
