"""Scattering length densities by periodictable 2.1.0 from Henke's tables as they are."""
import periodictable as pt

rows = [("CdSe", 5.664), ("PbS", 7.597), ("CsPbBr3", 4.834), ("Au", 19.288), ("Pd", 12.002),
        ("Ir", 22.559), ("InP", 4.791), ("ZnS", 4.089), ("Ag", 10.508), ("C18H36", 0.789),
        ("C18H34O2", 0.89), ("H2O", 0.997), ("C24H51P", 0.831)]
print("formula,density [g/cm^3],photon_energy [keV],real [1/angstrom^2],imaginary [1/angstrom^2]")
for formula, density in rows:
    for energy in (8.05, 12.0, 17.44, 24.35):
        real, imaginary = pt.xray_sld(formula, density=density, energy=energy)
        print(formula, density, energy, repr(float(real) * 1e-6), repr(float(imaginary) * 1e-6),
              sep=",")
