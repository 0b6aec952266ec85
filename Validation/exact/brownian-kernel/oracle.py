"""2kT/3 mu (n^(1/3) + m^(1/3))(n^(-1/3) + m^(-1/3)), in m^3/s."""
from mpmath import cbrt, mp, mpf

mp.dps = 30
k = mpf("1.380649e-23")
print("units,other_units,temperature [K],viscosity [mPa s],stability_ratio,kernel [m^3/s]")
for n, m, T, mu, W in ((100, 100, "298.15", "0.89", 1), (7, 5600, "523", "0.6", 1),
                       (5600, 7, "523", "0.6", 25)):
    kernel = 2 * k * mpf(T) / (3 * mpf(mu) / 1000) * (cbrt(n) + cbrt(m)) * (1 / cbrt(n) + 1 / cbrt(m))
    print(n, m, T, mu, W, mp.nstr(kernel / W, 17), sep=",")
