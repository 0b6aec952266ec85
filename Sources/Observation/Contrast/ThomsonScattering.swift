import Kinetics

/// Constants of the scattering of X-rays by electrons.
public enum ThomsonScattering {
  /// r_e, the classical radius of the electron, m (CODATA 2018).
  public static let electronRadius = 2.817_940_326_2e-15
  /// Photon energy times wavelength, J m: h c.
  static let energyTimesWavelength = 1.986_445_857_148_928_6e-25
  static let avogadro = PhysicalConstants.avogadro
}
