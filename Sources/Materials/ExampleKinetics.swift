/// How far an effective value of a kinetic model may be trusted.
public enum Confidence: String, Sendable, Hashable {
  /// Several models of the material agree within a factor of two or so.
  case medium
  /// The order of magnitude is assumed, or models differ by decades.
  case low
}

/// An effective value from the models of the field: an example, never a measurement.
///
/// Such a value depends on the model that it was fitted with, so it starts a
/// recipe and does not describe a material.
public struct ExampleValue: Sendable, Hashable {
  /// The value, in SI units.
  public let value: Double
  public let confidence: Confidence
  /// What the literature says, its spread included.
  public let source: String
}

/// An example of a solubility, the concentration of free solute over the bulk solid.
///
///     c_inf(T) = c_inf exp[-(ΔH/R) (1/T - 1/T_ref)]
public struct ExampleSolubility: Sendable, Hashable {
  /// The solubility at the reference temperature, in mol/m³; zero means irreversible.
  public let value: Double
  /// The reference temperature, in K.
  public let temperature: Double
  /// The enthalpy of dissolution, in J/mol.
  public let enthalpy: Double
  public let confidence: Confidence
  public let source: String
}

/// The example values of a material; what the literature leaves open is absent,
/// and a scenario has to give it.
public struct ExampleKinetics: Sendable, Hashable {
  /// The specific energy of the crystal's surface in solution, in J/m².
  public var surfaceEnergy: ExampleValue?
  public var solubility: ExampleSolubility?
  /// The diffusivity of the solute, in m²/s.
  public var diffusivity: ExampleValue?
}
