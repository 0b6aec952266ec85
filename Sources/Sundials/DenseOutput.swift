/// The state over the last step of an integrator, as the polynomial that the integrator itself has of it.
///
///     y(t) = Σ_k c_k (t - t_end)^k
public struct DenseOutput: Sendable {
  /// The end of the step, s.
  public let end: Double
  /// c_k, from k = 0 on: each a state.
  public let coefficients: [[Double]]

  public init(end: Double, coefficients: [[Double]]) {
    self.end = end
    self.coefficients = coefficients
  }

  /// The state at a time within the step.
  public func state(at time: Double) -> [Double] {
    guard var state = coefficients.last else { return [] }
    let shift = time - end
    for coefficient in coefficients.dropLast().reversed() {
      let lower = coefficient.span
      var target = state.mutableSpan
      for slot in lower.indices { target[slot] = target[slot] * shift + lower[slot] }
    }
    return state
  }
}
