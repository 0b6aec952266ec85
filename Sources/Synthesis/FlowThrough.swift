/// A continuous stirred tank: what flows in replaces what flows out, fully mixed.
///
///     dX/dt = ... + (X_f - X)/τ,   dy/dt = ... - y/τ
///
/// A. D. Randolph, M. A. Larson, *Theory of Particulate Processes* (Academic Press, 1971).
public struct FlowThrough: Sendable, Hashable {
  /// τ, s: volume over flow.
  public var residenceTime: Double
  /// Concentration of each species of the network in what flows in, mol/m³.
  public var contents: [Double]

  public init(residenceTime: Double, contents: [Double]) {
    self.residenceTime = residenceTime
    self.contents = contents
  }
}
