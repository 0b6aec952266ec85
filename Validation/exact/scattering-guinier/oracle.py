"""Forward scattering and radius of gyration from moments of the radius, in closed form and by quadrature.

I(0) = phi drho^2 (4 pi/3) <r^6>/<r^3>, R_g^2 = (3/5) <r^8>/<r^6>; R = 20 angstrom is the mean of the Schulz
distribution and of those of Lifshitz, Slyozov and Wagner, and the median of the log-normal one. The densities
of LSW are those that were published, in z = r/r*:

    diffusion  g(z) = (4/9) z^2 [3/(3+z)]^(7/3) [(3/2)/(3/2-z)]^(11/3) exp[-z/(3/2-z)],  z < 3/2
    reaction   g(z) = 24 z (2-z)^-5 exp[-3z/(2-z)],  z < 2
"""
from mpmath import exp, linspace, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 30
radius, width, contrast, share = mpf(20), mpf("0.1"), mpf("34.7e-6"), mpf("1e-3")


def schulz(k):
    """<r^k> = R^k (z + k)! / [z! (z + 1)^k]."""
    z, value = 1 / width**2 - 1, radius**k
    for step in range(1, k + 1):
        value *= (z + step) / (z + 1)
    return value


def lognormal(k):
    return radius**k * exp(k**2 * width**2 / 2)


def ripened(density, top, mean):
    points = linspace(0, top - mpf("1e-6"), 25)

    def moment(k):
        return (radius / mean) ** k * quad(lambda z: density(z) * z**k, points)

    assert abs(moment(0) - 1) < mpf("1e-20") and abs(moment(1) / radius - 1) < mpf("1e-20")
    return moment


diffusion = ripened(
    lambda z: (mpf(4) / 9 * z**2 * (3 / (3 + z)) ** (mpf(7) / 3)
               * (mpf("1.5") / (mpf("1.5") - z)) ** (mpf(11) / 3) * exp(-z / (mpf("1.5") - z))),
    mpf("1.5"), mpf(1))
reaction = ripened(lambda z: 24 * z / (2 - z) ** 5 * exp(-3 * z / (2 - z)), mpf(2), mpf(8) / 9)

print("spread,q [1/angstrom],intensity [1/cm],gyration [angstrom]")
for name, moment in (("schulz", schulz), ("lognormal", lognormal), ("lsw-diffusion", diffusion),
                     ("lsw-reaction", reaction)):
    forward = 10**8 * share * contrast**2 * 4 * pi / 3 * moment(6) / moment(3)
    gyration = sqrt(mpf(3) / 5 * moment(8) / moment(6))
    print(name, "1e-7", nstr(forward, 10), nstr(gyration, 11), sep=",")
