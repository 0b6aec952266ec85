/// How what happens in one flask becomes what leaves a reactor.
///
/// In the tubes the time of the flask is the residence time of an element of fluid, and the run ends at
/// the mean residence time τ of the whole tube: output times are places along it.
public enum Reactor: Sendable, Hashable {
  /// The flask itself: a batch or, where the recipe flows through, one stirred tank.
  case flask
  /// Steady flow without mixing along the tube: the batch at t = z/u.
  case plugFlow
  /// So many of the recipe's stirred tanks, each fed by the one before.
  case tanks(Int)
  /// Steady laminar flow without diffusion, where each element of fluid is a batch of its own.
  ///
  ///     E(t) = τ²/(2t³) for t > τ/2
  ///
  /// P. V. Danckwerts, *Chem. Eng. Sci.* **2**, 1 (1953), doi:10.1016/0009-2509(53)80001-1.
  case laminarTube

  /// Whether times are places along a tube.
  public var isTube: Bool {
    switch self {
    case .flask, .tanks: false
    case .plugFlow, .laminarTube: true
    }
  }
}
