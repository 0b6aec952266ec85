/// Constants of nature in SI units (CODATA 2018).
public enum PhysicalConstants {
  /// Boltzmann constant, J/K.
  public static let boltzmann = 1.380_649e-23
  /// Avogadro constant, 1/mol.
  public static let avogadro = 6.022_140_76e23
  /// Elementary charge, C.
  public static let elementaryCharge = 1.602_176_634e-19
  /// Electric permittivity of vacuum, F/m.
  public static let vacuumPermittivity = 8.854_187_812_8e-12
  /// Molar gas constant, J/(mol K).
  public static let gas = boltzmann * avogadro
}
