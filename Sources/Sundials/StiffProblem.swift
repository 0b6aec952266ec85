/// A system dy/dt = f(t, y) whose Jacobian is an arrow.
///
/// The integrator owns the problem while it runs; tables that the problem keeps between evaluations
/// are its own. The number of slots may grow at the end of the band.
public protocol StiffProblem {
  /// Writes f(t, y).
  mutating func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>)
  /// An arrow of the right shape for the present number of slots.
  func makeJacobian() -> ArrowMatrix
  /// Writes ∂f/∂y; the matrix comes with the present number of slots.
  mutating func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>)
  /// Writes 1/(relative tolerance · |y| + absolute tolerance), slot by slot.
  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>)
}
