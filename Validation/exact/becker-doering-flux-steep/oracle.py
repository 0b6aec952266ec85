"""The stationary flux as the exact sum, in 1/(m^3 s)."""
from mpmath import exp, mp, mpf

mp.dps = 40
S, theta, third = mpf(8), mpf(6), mpf(1) / 3
q = lambda n: exp(-theta * (mpf(n)**(2 * third) - 1))
flux = 1 / sum(1 / (mpf(n)**third * S**(n + 1) * q(n)) for n in range(1, 2000))
print("time [s],nucleation_rate [1/(m^3 s)]")
print(200, mp.nstr(flux * mpf("6.02214076e23"), 16), sep=",")
