/// What surrounds the particles, as a law sees it.
public struct Medium<Value: Scalar>: Sendable {
  /// Temperature, K.
  public let temperature: Value

  @inlinable
  public init(temperature: Value) {
    self.temperature = temperature
  }

  /// A constant of a law at this medium's temperature.
  @inlinable
  public func callAsFunction(_ coefficient: Coefficient) -> Value {
    coefficient.at(temperature)
  }

  /// kT, J.
  @inlinable
  public var thermalEnergy: Value { PhysicalConstants.boltzmann * temperature }
}
