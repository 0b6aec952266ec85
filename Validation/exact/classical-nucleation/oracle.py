"""Classical nucleation in closed form, in SI."""
from mpmath import cbrt, exp, log, mp, mpf, pi, sqrt

mp.dps = 40
k, N = mpf("1.380649e-23"), mpf("6.02214076e23")
T, v, D, c = mpf("523.15"), mpf("5.6024e-29"), mpf("1e-9"), mpf(1)
kT = k * T
r1 = cbrt(3 * v / (4 * pi))


def row(gamma, solubility, delta, prefactor):
    gamma, solubility, delta = mpf(gamma), mpf(solubility), mpf(delta)
    S = c / solubility
    energy = lambda r: 4 * pi * gamma * r**3 / (r + 2 * delta) / kT
    # dE/dr / (dn/dr) = kT ln S, a quadratic in r + 2 delta.
    slope = kT * log(S) / (gamma * v)
    r = (1 + sqrt(1 + 2 * delta * slope)) / slope - 2 * delta
    n = 4 * pi * r**3 / (3 * v)
    work = energy(r) - n * log(S)
    # E'(n) = gamma v (2 r + 6 delta)/(r + 2 delta)^2, and dn = 4 pi r^2 dr/v.
    bend = gamma * v / kT * (2 / (r + 2 * delta)**2 - 2 * (2 * r + 6 * delta) / (r + 2 * delta)**3)
    Z = sqrt(-bend * v / (4 * pi * r**2) / (2 * pi))
    beta = 4 * pi * D * r * c * N
    factor = exp(energy(r1)) / S
    J = Z * beta * c * N * exp(-work) * (factor if prefactor == "self-consistent" else 1)
    return [energy(r1), n, r, work, Z, beta, 1 / (2 * beta * Z**2), factor, J]


print("surface_energy [J/m^2],solubility [mol/m^3],tolman_length [nm],prefactor,monomer_energy [1],"
      "critical_units [1],critical_radius [m],barrier [1],zeldovich [1],attachment_frequency [1/s],"
      "time_lag [s],self_consistency [1],rate [1/(m^3 s)]")
for gamma, solubility, delta, prefactor in (
        ("0.2", "0.002", "0", "zeldovich"), ("0.2", "0.002", "0", "self-consistent"),
        ("0.15", "0.02", "0", "self-consistent"), ("0.2", "0.002", "0.1", "self-consistent")):
    values = row(gamma, solubility, mpf(delta) * mpf("1e-9"), prefactor)
    print(gamma, solubility, delta, prefactor, *(mp.nstr(value, 17) for value in values), sep=",")
