/// A system dy/dt = f(t, y) whose Jacobian is an arrow.
///
/// The integrator owns the problem while it runs; tables that the problem keeps between evaluations
/// are its own. The number of slots may grow at the end of the band, and of what rides on it.
public protocol StiffProblem {
  /// The highest order of integration, one to five, that is stable on it.
  ///
  /// Backward differentiation damps oscillations up to 90°, 86°, 73° and 52° from pure decay at order 2, 3, 4
  /// and 5. Where a problem has slower decay than that, higher orders take more steps than lower ones.
  /// E. Hairer, G. Wanner, *Solving Ordinary Differential Equations II*, 2nd ed. (1996), table V.2.1.
  var highestOrder: Int { get }
  /// Writes f(t, y).
  mutating func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>)
  /// An arrow of the right shape for the present number of slots.
  func makeJacobian() -> ArrowMatrix
  /// Writes ∂f/∂y; the matrix comes with the present number of slots.
  mutating func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>)
  /// What the system keeps, for so many slots in the band; nil where it keeps nothing, or need not.
  func invariant(bandCount: Int) -> Invariant?
  /// Writes 1/(relative tolerance · |y| + absolute tolerance), slot by slot.
  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>)

  /// Parameters to which the state's slopes, s = dy/dp, are integrated beside it.
  ///
  ///     ds/dt = ∂f/∂y s + ∂f/∂p
  var directionCount: Int { get }
  /// Whether the arrow is all of ∂f/∂y, and without riders: then slopes take one solve a step.
  var isJacobianExact: Bool { get }
  /// Writes ∂f/∂p of one parameter; where the Jacobian is not exact, ∂f/∂y s + ∂f/∂p.
  mutating func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>)
  /// The weights of a slope, as those of a state.
  func weigh(_ weights: inout MutableSpan<Double>, slope: Span<Double>)
}

extension StiffProblem {
  public var highestOrder: Int { 5 }
  public func invariant(bandCount: Int) -> Invariant? { nil }
  public var directionCount: Int { 0 }
  public var isJacobianExact: Bool { true }
  public mutating func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>
  ) {
    for slot in state.indices { rates[slot] = 0 }
  }
  public func weigh(_ weights: inout MutableSpan<Double>, slope: Span<Double>) {
    weigh(&weights, state: slope)
  }
}
