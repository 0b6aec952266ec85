import Synthesis

/// A number of a run's statistics: its name in results, its unit and what it means.
///
/// What the integration took lies with the process, what it may be off with the error budget.
struct StatisticField: Sendable {
  /// Where the number is kept.
  enum Place: Sendable {
    case count(any WritableKeyPath<RunStatistics, Int> & Sendable)
    case number(any WritableKeyPath<RunStatistics, Double> & Sendable)
  }

  let name: String
  let unit: String
  let longName: String
  let place: Place

  private init(_ name: String, _ unit: String, _ longName: String, _ place: Place) {
    self.name = name
    self.unit = unit
    self.longName = longName
    self.place = place
  }

  private static let steps = StatisticField(
    "steps", "1", "steps of the integrator", .count(\.steps))

  /// What an integration took.
  static let effort: [StatisticField] = [
    steps,
    StatisticField(
      "right_hand_sides", "1", "evaluations of the right-hand side", .count(\.rightHandSides)),
    StatisticField(
      "nonlinear_iterations", "1", "iterations of Newton's method", .count(\.nonlinearIterations)),
    StatisticField("jacobians", "1", "evaluations of the Jacobian", .count(\.jacobians)),
    StatisticField(
      "error_test_failures", "1", "steps repeated for their error", .count(\.errorTestFailures)),
    StatisticField(
      "convergence_failures", "1", "steps repeated as Newton's method did not converge",
      .count(\.convergenceFailures)),
    StatisticField(
      "largest_cluster", "1", "largest cluster that the grid held, in units",
      .count(\.largestCluster)),
    StatisticField("wall_time", "s", "time that the run took", .number(\.wallTime)),
  ]

  /// The same of dopants, where there are any.
  static let ofDopants: [StatisticField] = [
    StatisticField(
      "dopant_defect", "1", "largest error of the balance of a dopant at any output",
      .number(\.dopantDefect))
  ]

  /// How far a result may be off.
  static let errors: [StatisticField] = [
    StatisticField(
      "matter_defect", "1", "largest error of the matter balance at any output",
      .number(\.matterDefect)),
    StatisticField(
      "largest_negative", "1", "most negative amount of clusters of one size over all units",
      .number(\.largestNegative)),
    StatisticField(
      "share_near_top", "1", "largest share of all units in the last hundredth of the grid",
      .number(\.shareNearTop)),
    steps,
  ]
}
