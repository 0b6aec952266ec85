import Kinetics
import Sundials
import Synthesis

/// A balance into which what leaves another tank can flow: both resolve the same slots.
protocol FedBalance: FlaskBalance {
  /// What the tank before held over its last steps; nil where the recipe says what flows through.
  var upstream: StepHistory? { get set }

  /// Makes room for clusters of so many units, as they arrive.
  static func makeRoom(
    for largest: Int, in integrator: inout StiffIntegrator<Self>, _ statistics: inout RunStatistics
  ) throws(Interruption)
}

extension GridBalance: FedBalance {
  var upstream: StepHistory? {
    get { solution.upstream }
    set { solution.upstream = newValue }
  }

  static func makeRoom(
    for largest: Int, in integrator: inout StiffIntegrator<GridBalance>,
    _ statistics: inout RunStatistics
  ) throws(Interruption) {
    guard largest > integrator.problem.transport.cells.largest else { return }
    integrator.withProblem { $0.grow(to: largest) }
    statistics.largestCluster = integrator.problem.transport.cells.largest
    let count = integrator.problem.stateCount
    try failing(at: integrator.time) { () throws(SundialsError) in try integrator.grow(to: count) }
  }
}
