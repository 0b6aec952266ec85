import CSundials

/// Carries any problem through the C library's untyped pointers: a C callback cannot be generic.
class ProblemBox {
  /// The last message of the library, taken by the next error.
  var message = ""
  /// Slots in front, and the arrays of equal length behind them.
  var cornerCount: Int { 0 }
  var arrayCount: Int { 1 }

  func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>) {}
  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {}
  func prepare(gamma: Double, at time: Double, state: Span<Double>, isJacobianCurrent: Bool) -> Bool
  {
    false
  }
  func solve(_ x: inout MutableSpan<Double>) {}
}

/// A problem with its Jacobian and the factors of its Newton matrix.
final class BoxOf<Problem: StiffProblem>: ProblemBox {
  var problem: Problem
  private var jacobian: ArrowMatrix
  private var factors = ArrowFactors()
  private(set) var jacobianCount = 0

  init(_ problem: Problem) {
    self.problem = problem
    jacobian = problem.makeJacobian()
  }

  override var cornerCount: Int { jacobian.cornerCount }
  override var arrayCount: Int { jacobian.arrayCount }

  override func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    problem.evaluate(&rates, at: time, state: state)
  }

  override func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    problem.weigh(&weights, state: state)
  }

  override func prepare(
    gamma: Double, at time: Double, state: Span<Double>, isJacobianCurrent: Bool
  ) -> Bool {
    let hasGrown = jacobian.count != state.count
    if hasGrown { jacobian.resize(toHold: state.count) }
    if !isJacobianCurrent || hasGrown {
      problem.differentiate(&jacobian, at: time, state: state)
      jacobianCount += 1
    }
    return factors.factor(
      jacobian, scaledBy: gamma, keeping: problem.invariant(bandCount: jacobian.bandCount))
  }

  override func solve(_ x: inout MutableSpan<Double>) {
    factors.solve(&x)
  }
}
