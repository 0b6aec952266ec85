/// What a law of dopants says of one particle.
public struct UptakeRates<Value: Scalar>: Sendable {
  /// u: the volume swept for dissolved dopants by a particle that holds none, m³/s; times their number
  /// density it is dopants per second.
  public var uptake: Value
  /// d: from the surface back to the solution, per dopant there, 1/s.
  public var desorption: Value
  /// β: from the surface into the particle, per dopant on the surface, 1/s.
  public var burial: Value
  /// ε: from inside to the surface, per buried dopant, 1/s.
  public var exposure: Value
  /// f: uptake of a particle that holds some over that of one that holds none, where sites are left.
  public var cooperativity: Value
  /// The sites for dopants, in both pools together; infinite where there is no limit.
  public var sites: Value

  @inlinable
  public init(
    uptake: Value, desorption: Value = Value(0), burial: Value = Value(0),
    exposure: Value = Value(0), cooperativity: Value = Value(1), sites: Value = Value(.infinity)
  ) {
    self.uptake = uptake
    self.desorption = desorption
    self.burial = burial
    self.exposure = exposure
    self.cooperativity = cooperativity
    self.sites = sites
  }

  /// Uptake by a particle that holds some already, m³/s.
  ///
  ///     u for m = 0,   f u max(0, 1 - m/sites) for m > 0
  @inlinable
  public func uptake(holding count: Int) -> Value {
    guard count > 0 else { return uptake }
    guard sites.value.isFinite else { return cooperativity * uptake }
    let free = 1 - Double(count) / sites
    return free.value > 0 ? cooperativity * uptake * free : Value(0)
  }
}
