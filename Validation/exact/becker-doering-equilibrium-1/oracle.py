"""Monomer and clusters (2 and more units) at equilibrium, from matter and detailed balance."""
from mpmath import exp, findroot, mp, mpf

mp.dps = 30
theta, rho, third = 2, mpf("1"), mpf(1) / 3
shares = [exp(-theta * (mpf(n)**(2 * third) - 1)) for n in range(1, 1500)]
sums = lambda c, power: sum(n**power * c**n * q for n, q in enumerate(shares, 1))
c = findroot(lambda c: sums(c, 1) - rho, (mpf("0.3"), mpf("0.7")), solver="anderson")
number = (sums(c, 0) - c) * mpf("6.02214076e23")
print("time [s],solute [mol/m^3],number [1/m^3]")
print(1000, mp.nstr(c, 15), mp.nstr(number, 15), sep=",")
