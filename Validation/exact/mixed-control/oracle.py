"""4 pi r^2 k'/[1 + (k'/D)/(1/r + 1/delta)] in m^3/s, with k' = k exp(-alpha dE/kT)."""
from mpmath import exp, mp, mpf, pi

mp.dps = 30
D = mpf("1e-9")
print("radius [nm],surface_rate_constant [m/s],film_thickness [nm],activation_transfer,"
      "energy_step,attachment [m^3/s]")
rows = (("2", "0.5", "5", "0", "1.3"), ("2", "0.5", "5", "0.5", "1.3"), ("1", "0.02", "1e9", "0.5", "2.6"),
        ("1", "1e6", "1e9", "0", "2.6"), ("4", "1e-6", "3", "1", "0.65"))
for r, k, film, alpha, energy in rows:
    radius, thickness = mpf(r) * mpf("1e-9"), mpf(film) * mpf("1e-9")
    constant = mpf(k) * exp(-mpf(alpha) * mpf(energy))
    attachment = 4 * pi * radius**2 * constant / (1 + constant / D / (1 / radius + 1 / thickness))
    print(r, k, film, alpha, energy, mp.nstr(attachment, 17), sep=",")
