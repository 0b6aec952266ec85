/// How a particle of n units grows, as a law of dopants sees it.
public struct HostGrowth<Value: Scalar>: Sendable {
  /// a(n): the volume swept for solute, m³/s.
  public let attachment: Value
  /// a(n) N_A c - b(n): units gained per second, less those lost.
  ///
  /// Layers that are there to stay grow at this rate, not at that of attachment: most of what attaches
  /// near equilibrium leaves again, and buries nothing.
  public let netUnits: Value

  @inlinable
  public init(attachment: Value, netUnits: Value) {
    self.attachment = attachment
    self.netUnits = netUnits
  }
}
