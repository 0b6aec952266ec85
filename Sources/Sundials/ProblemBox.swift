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

  /// Where the library keeps the weights of the state's own errors; zero before it asked for any.
  var weightsOfState = 0
  var directionCount: Int { 0 }
  var isJacobianExact: Bool { true }
  func weigh(_ weights: inout MutableSpan<Double>, slope: Span<Double>) {}
  func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>
  ) {}
}

/// A problem with its Jacobian and the factors of its Newton matrix.
final class BoxOf<Problem: StiffProblem>: ProblemBox {
  var problem: Problem
  private var jacobian: ArrowMatrix
  private var factors = ArrowFactors()
  private(set) var jacobianCount = 0
  /// Where slopes were last asked for: the Jacobian that is held belongs there.
  private var place: (time: Double, state: [Double])?

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
    if !isJacobianCurrent || hasGrown {
      if directionCount == 0 || !isPlace(time, state) { bringJacobian(to: time, state) }
    }
    return factors.factor(
      jacobian, scaledBy: gamma, keeping: problem.invariant(bandCount: jacobian.bandCount))
  }

  override func solve(_ x: inout MutableSpan<Double>) {
    factors.solve(&x)
  }

  /// Gives up knowing where the Jacobian belongs: the problem is about to change.
  func forgetPlace() { place = nil }

  private func bringJacobian(to time: Double, _ state: Span<Double>) {
    if jacobian.count != state.count { jacobian.resize(toHold: state.count) }
    problem.differentiate(&jacobian, at: time, state: state)
    jacobianCount += 1
    guard directionCount > 0 else { return }
    place = (time, state.indices.map { state[$0] })
  }

  private func isPlace(_ time: Double, _ state: Span<Double>) -> Bool {
    guard let place, place.time == time, place.state.count == state.count else { return false }
    let known = place.state.span
    for slot in state.indices where known[slot] != state[slot] { return false }
    return true
  }

  override var directionCount: Int { problem.directionCount }
  override var isJacobianExact: Bool { problem.isJacobianExact }

  override func weigh(_ weights: inout MutableSpan<Double>, slope: Span<Double>) {
    problem.weigh(&weights, slope: slope)
  }

  override func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>
  ) {
    problem.differentiate(&rates, along: direction, slope: slope, at: time, state: state)
    guard problem.isJacobianExact else { return }
    if !isPlace(time, state) { bringJacobian(to: time, state) }
    jacobian.addProduct(with: slope, to: &rates)
  }
}
