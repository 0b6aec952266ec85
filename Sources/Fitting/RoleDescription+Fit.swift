public import Kinetics

extension RoleDescription {
  /// How a scenario is held against measurements.
  public static let fits: [RoleDescription] = [
    RoleDescription(
      table: "[fit]", name: "fit",
      summary: "Values of the scenario that measurements tell, and how surely.",
      equation:
        "min over theta, c, b of sum_k rho([y_k - c m_k(theta) - b x_k]^2/sigma_k^2) + priors,  "
        + "sigma^2 = max(sigma_measured, f |y|)^2 + a^2;  of n particles in bins with shares p: "
        + "2 sum n ln[n/(N p)]",
      assumptions:
        "The mechanism is right, points are independent, and errors are normal or counted. Scales c "
        + "and backgrounds b are found by linear least squares at every theta. BIC = chi^2 + p ln N. "
        + "Standard errors are those of a quadratic chi^2; profiles and samples are not.",
      source:
        "Levenberg-Marquardt steps: S. Agarwal et al., Ceres Solver 2.1; linear terms: G. H. Golub, "
        + "V. Pereyra, SIAM J. Numer. Anal. 10, 413 (1973), doi:10.1137/0710036; derivatives: R. Serban, "
        + "A. C. Hindmarsh, CVODES (ASME IDETC 2005), doi:10.1115/DETC2005-85597; profiles: A. Raue et al., "
        + "Bioinformatics 25, 1923 (2009), doi:10.1093/bioinformatics/btp358; BIC: G. Schwarz, "
        + "Ann. Stat. 6, 461 (1978), doi:10.1214/aos/1176344136")
  ]
}
