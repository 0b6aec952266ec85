/// Constants of nature in SI units (CODATA 2018; exact since the SI of 2019).
public enum PhysicalConstants {
  /// Boltzmann constant, J/K.
  public static let boltzmann = 1.380_649e-23
  /// Avogadro constant, 1/mol.
  public static let avogadro = 6.022_140_76e23
  /// Molar gas constant, J/(mol K).
  public static let gas = boltzmann * avogadro
}
