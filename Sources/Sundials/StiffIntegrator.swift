import CSundials

/// CVODES' backward differentiation formulas on a stiff problem with an arrow Jacobian.
///
/// Variable order one to five, variable step, modified Newton iteration. A. C. Hindmarsh et al.,
/// *ACM Trans. Math. Softw.* **31**, 363 (2005), doi:10.1145/1089014.1089020. The state may grow at its
/// end between steps without a restart: what is new is zero, and so is its history.
@safe public struct StiffIntegrator<Problem: StiffProblem>: ~Copyable {
  private let box: BoxOf<Problem>
  private let session: Session
  /// The time that was reached.
  public private(set) var time: Double

  /// Starts from a state at a time, and the state's slopes, one for each direction of the problem.
  public init(
    _ problem: Problem, state: [Double], slopes: [[Double]] = [], at time: Double
  ) throws(SundialsError) {
    precondition(slopes.count == problem.directionCount, "each direction has its slope")
    let box = BoxOf(problem)
    let session = try Session(box: box, count: state.count)
    try session.start(
      at: time, from: state, slopes: slopes, highestOrder: problem.highestOrder)
    self.box = box
    self.session = session
    self.time = time
  }

  /// What is integrated, with the tables it keeps.
  public var problem: Problem { box.problem }

  /// Changes the problem between steps.
  public func withProblem<Answer>(_ body: (inout Problem) -> Answer) -> Answer {
    box.forgetPlace()
    return body(&box.problem)
  }

  /// Starts again at a time from a state, forgetting the history: after anything abrupt.
  public mutating func restart(
    at time: Double, from state: [Double], slopes: [[Double]] = []
  ) throws(SundialsError) {
    try session.restart(at: time, from: state, slopes: slopes)
    self.time = time
  }

  /// Takes one step, never past `stop`.
  public mutating func step(toward stop: Double) throws(SundialsError) {
    time = try session.step(toward: stop)
  }

  /// The state at a time within the last step.
  public func state(at time: Double) throws(SundialsError) -> [Double] {
    try session.state(at: time)
  }

  /// The slopes of the state at a time within the last step, direction by direction.
  public func slopes(at time: Double) throws(SundialsError) -> [[Double]] {
    try session.slopes(at: time)
  }

  /// The state over the last step.
  public func lastStep() throws(SundialsError) -> DenseOutput {
    DenseOutput(end: time, coefficients: try session.taylorCoefficients())
  }

  /// How far the next step will go at most, unless it is stopped before; zero before the first one.
  public var nextStep: Double { session.nextStep }

  /// Reads the state at the present time.
  public func withState<Answer>(_ body: (Span<Double>) -> Answer) -> Answer {
    session.withState(body)
  }

  /// Lengthens the state by zeros at its end; where others ride on the band, each array by as many.
  public func grow(to count: Int) throws(SundialsError) {
    try session.resize(to: count)
  }

  /// Sets over how many slots the error norm is averaged.
  public func countOccupied(_ count: Int) {
    session.setOccupied(count)
  }

  public var statistics: IntegrationStatistics {
    var statistics = session.statistics
    statistics.jacobians = box.jacobianCount
    return statistics
  }
}

/// What an integration took since its last start.
public struct IntegrationStatistics: Sendable, Hashable {
  public var steps = 0
  public var rightHandSides = 0
  public var nonlinearIterations = 0
  public var linearSetups = 0
  public var jacobians = 0
  public var errorTestFailures = 0
  public var convergenceFailures = 0
}
