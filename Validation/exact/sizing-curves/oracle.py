"""E(d) of PbS as published, its slope by hand, and full widths at half maximum of normal distributions.

E = 0.41 + 1/(0.0252 d^2 + 0.283 d) in eV and nm; an ensemble's width is sqrt(8 ln 2) |dE/dd| sd, and squares of
widths add.
"""
from math import hypot, log, sqrt

share, line = 0.05, 60
print("curve,diameter [nm],dispersion,line_width [meV],energy [eV],slope [eV/nm],inhomogeneous [meV],"
      "linewidth [meV]")
for d in (3, 5, 7):
    denominator = 0.0252 * d**2 + 0.283 * d
    slope = -(0.0504 * d + 0.283) / denominator**2
    spread = 1e3 * sqrt(8 * log(2)) * abs(slope) * share * d
    print("PbS-moreels-2009", d, share, line, *(f"{value:.9g}" for value in (
        0.41 + 1 / denominator, slope, spread, hypot(spread, line))), sep=",")
