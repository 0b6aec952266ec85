"""Four equal eigenvalues: time and A of the last tank."""
from mpmath import exp, factorial, mp, mpf

mp.dps = 30
k, f = mpf("0.6"), mpf(4)
p = k + f
a = f / p
for t in ["0.1", "1", "40"]:
    x = f * mpf(t)
    rest = sum(x**j / factorial(j) * (1 - a ** (4 - j)) for j in range(4))
    print(t, mp.nstr(a**4 + exp(-p * mpf(t)) * rest, 15), sep=",")
