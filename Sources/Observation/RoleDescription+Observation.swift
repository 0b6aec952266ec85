public import Kinetics

extension RoleDescription {
  /// What can be observed of a run.
  public static let observation: [RoleDescription] = [
    RoleDescription(
      table: "[saxs]", name: "saxs",
      summary: "Small-angle X-ray scattering of all particles, in absolute units.",
      equation: "I(q) = sum_i n_i <V^2 F^2(q)>_i |rho - rho_solvent|^2 + clusters + background,  "
        + "rho = r_e sum (f1 + i f2)/V",
      assumptions: "Randomly oriented particles of one shape and composition; dilute unless "
        + "[saxs.structure] is there; the densities of solvent and ligand are those given, whatever the "
        + "temperature; everything from the dimer on scatters like the solid.",
      source: "A. Guinier, G. Fournet, Small-Angle Scattering of X-Rays (Wiley, 1955); "
        + "scattering factors: " + ScatteringFactors.source),
    RoleDescription(
      table: "[optics]", name: "optics",
      summary: "Absorption and photoluminescence of the crystals, from sizing curves.",
      equation: "A(E) = l sum_i n_i eps_i(E)/N_A,  "
        + "FWHM^2 = (2.355 sd(E_1))^2 + line_width^2 (Gaussian lines)",
      assumptions:
        "Position and strength of the first peak and absorption far above it as measured; "
        + "between them a power of the energy above the first exciton, which is assumed. Crystals "
        + "below the crystal floor are not seen. Emission after excitation far above the edge, all "
        + "crystals alike.",
      source: "of each curve: J. Jasieniak et al., J. Phys. Chem. C 113, 19468 (2009), "
        + "doi:10.1021/jp906827m; W. W. Yu et al., Chem. Mater. 15, 2854 (2003), "
        + "doi:10.1021/cm034081k; I. Moreels et al., ACS Nano 3, 3023 (2009), "
        + "doi:10.1021/nn900863a; I. Moreels et al., Chem. Mater. 19, 6101 (2007), "
        + "doi:10.1021/cm071410q"),
    RoleDescription(
      table: "[tem]", name: "tem",
      summary: "Histograms of diameters as a microscope shows them, of N crystals.",
      equation: "d_k = 2 r_k + error,  k = 1 ... N,  r_k drawn from the crystals",
      assumptions: "Every crystal is as likely to be seen as any other.",
      source: "N as the field asks for: C. R. Kagan et al., Chem. Rev. 121, 3186 (2021), "
        + "doi:10.1021/acs.chemrev.0c00831"),
  ]
}
