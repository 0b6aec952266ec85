"""Diameters by the published polynomial at three wavelengths, and the energies hc/lambda of these."""
h, c, e = 6.62607015e-34, 299792458.0, 1.602176634e-19
terms = (59.60816, -0.54736, 1.8873e-3, -2.85743e-6, 1.62974e-9)
print("diameter [nm],energy [eV]")
for wavelength in (500.0, 550.0, 600.0):
    diameter = sum(term * wavelength**power for power, term in enumerate(terms))
    print(f"{diameter:.6g}", repr(h * c / (wavelength * 1e-9) / e), sep=",")
