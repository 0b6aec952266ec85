/// A constant of a law, as a scenario states it: a value, and how temperature changes it.
///
///     k(T) = k_ref · exp[-(E/R)(1/T - 1/T_ref)]
///
/// For a rate constant E is the activation energy (S. Arrhenius, *Z. Phys. Chem.* **4U**, 226 (1889),
/// doi:10.1515/zpch-1889-0416); for a solubility or an equilibrium constant it is the enthalpy
/// (van 't Hoff). The constant at a reference temperature is nearly independent of E in a fit, which
/// the pre-exponential factor is not. Without a reference temperature the value holds at every T.
///
/// Each of the two numbers can carry the direction of a derivative, so that a law read with `Dual`
/// gives its sensitivity to them.
public struct Coefficient: Sendable, Hashable {
  /// The value at the reference temperature, in the SI unit of its dimension.
  public var value: Double
  /// The temperature that the value belongs to, K.
  public var referenceTemperature: Double?
  /// Activation energy or enthalpy, J/mol.
  public var energy: Double
  /// The derivative of the value in the direction that is asked for: 1 for its own sensitivity.
  public var valueDirection = 0.0
  /// The derivative of the energy in the direction that is asked for.
  public var energyDirection = 0.0

  @inlinable
  public init(_ value: Double, at referenceTemperature: Double? = nil, energy: Double = 0) {
    self.value = value
    self.referenceTemperature = referenceTemperature
    self.energy = energy
  }

  /// A value that holds at every temperature, with its derivative in the direction that is asked for.
  @inlinable
  public init<Value: Scalar>(frozenAt value: Value) {
    self.init(value.value)
    valueDirection = value.derivative
  }

  /// Whether the value changes with temperature.
  public var isThermal: Bool { referenceTemperature != nil && energy != 0 }

  /// The value at a temperature, in kelvin.
  @inlinable
  public func at<Value: Scalar>(_ temperature: Value) -> Value {
    let reference = Value(value, derivative: valueDirection)
    guard let referenceTemperature, energy != 0 || energyDirection != 0 else { return reference }
    let exponent =
      Value(-energy / PhysicalConstants.gas, derivative: -energyDirection / PhysicalConstants.gas)
      * (1 / temperature - Value(1 / referenceTemperature))
    return reference * Value.exp(exponent)
  }
}
