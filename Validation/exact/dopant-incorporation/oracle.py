"""Rates of a dopant on and in a crystal of 250 units, with 30 digits."""
from mpmath import cbrt, exp, mp, mpf, pi

mp.dps = 30
volume, units, k = mpf("0.056e-27"), 250, mpf("1.380649e-23")
radius = cbrt(3 * units * volume / (4 * pi))
area = 4 * pi * radius**2
T, tau, h, D, E, sigma, a = (mpf(x) for x in ("520", "0.4", "3e-10", "1e-21", "5e-20", "0.3", "2e-19"))
expelled = pi**2 * D / radius**2 * (1 - exp(-E * mpf("1e-9") / (2 * radius) / (k * T)))
print("units,volume_per_unit [nm^3],temperature [K],attachment [m^3/s],net_units [1/s],sticking,"
      "residence_time [s],layer_thickness [nm],diffusivity [m^2/s],expulsion_energy [J],"
      "uptake [m^3/s],desorption [1/s],burial [1/s],exposure [1/s]")
for net in (120, -50):
    burial = volume * net / area / h if net > 0 else mpf(0)
    exposure = expelled + (-mpf(net) / units if net < 0 else 0)
    rates = [sigma * a, 1 / tau, burial, exposure]
    print(units, "0.056", 520, "2e-19", net, "0.3", "0.4", "0.3", "1e-21", "5e-20",
          *(mp.nstr(rate, 17) for rate in rates), sep=",")
