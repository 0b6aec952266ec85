/// What a run that is computed more finely changes in the outcome.
public struct Refinement: Sendable, Hashable {
  /// The quantities of the summary that are compared.
  public static let quantities = ["number", "radius_mean", "dispersion", "solute"]

  /// What was finer.
  public var name: String
  /// By quantity, (refined - run)/refined at the end; none where either has no value.
  public var changes: [String: Double]

  public init(name: String, changes: [String: Double]) {
    self.name = name
    self.changes = changes
  }

  /// Compares the last frames of a run and of the same run refined; one that ended early tells
  /// nothing.
  public init(name: String, of run: Trajectory, refined: Trajectory) {
    self.init(name: name, changes: [:])
    guard run.interruption == nil, refined.interruption == nil, let last = run.frames.last,
      let finer = refined.frames.last
    else { return }
    for column in SummaryColumn.all where Self.quantities.contains(column.name) {
      guard let value = column.value(last), let better = column.value(finer), better != 0
      else { continue }
      changes[column.name] = (better - value) / better
    }
  }
}

extension Experiment {
  /// The same experiment computed more finely: with a tenth of the tolerance and, but on the exact
  /// grid, with cells or classes half as wide, and with both.
  public var refinements: [(name: String, experiment: Experiment)] {
    let tighter = withTolerances(times: 0.1)
    guard grid.kind != .exact else { return [("tolerance", tighter)] }
    let parts = grid.kind == .hybrid ? "cells" : "classes"
    return [
      ("tolerance", tighter), (parts, withCells(times: 0.5)),
      ("tolerance and \(parts)", tighter.withCells(times: 0.5)),
    ]
  }

  private func withTolerances(times factor: Double) -> Experiment {
    var experiment = self
    experiment.tolerances = Tolerances(
      relative: factor * tolerances.relative, absolute: factor * tolerances.absolute)
    return experiment
  }

  private func withCells(times factor: Double) -> Experiment {
    var experiment = self
    experiment.grid.cellRatio *= factor
    experiment.grid.classSpread *= factor
    experiment.grid.classes = Int(Double(grid.classes) / factor)
    return experiment
  }
}
