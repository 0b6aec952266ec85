/// What it takes a particle of n units to become one of n + 1.
public struct GrowthStep<Value: Scalar>: Sendable {
  /// [E(n+1) - E(n)]/kT.
  public let energy: Value
  /// The concentration of solute at which the step is in balance, c_inf exp[(E(n+1) - E(n))/kT],
  /// mol/m³; zero where nothing ever detaches.
  public let equilibrium: Value

  @inlinable
  public init(energy: Value, equilibrium: Value) {
    self.energy = energy
    self.equilibrium = equilibrium
  }
}
