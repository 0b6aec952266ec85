import PopulationBalance
import ScenarioFiles
import Synthesis

/// Runs a scenario along an axis and looks at the trend of its outputs.
///
/// The axis is the first one of the scenario's `[sweep]` (others go with it, step by step), and the
/// outputs are those at the end of each run; or the axis is time, along one run.
struct SweepCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let scenario = try validationCase.scenario()
    let isOverTime = validationCase.options.axis == "time"
    let points =
      isOverTime
      ? [SweepPoint(axis: 0, text: "", scenario: scenario)] : try SweepPoint.all(of: scenario)
    let trajectories = points.map { $0.scenario.experiment.balance() }
    if let interruption = trajectories.lazy.compactMap(\.interruption).first {
      return [
        Claim(
          validationCase, failing: "stopped at \(interruption.time) s: \(interruption.reason)")
      ]
    }
    let x = isOverTime ? trajectories[0].frames.map(\.time) : points.compactMap(\.axis)
    guard isOverTime || x.count == points.count else {
      throw .bad("\(validationCase.name): a trend needs an axis of numbers")
    }
    var claims: [Claim] = []
    for row in reference.rows {
      let name = row[try reference.place(of: "quantity")]
      let values = try values(
        of: name, in: trajectories, on: scenario.experiment.grid, isOverTime: isOverTime)
      claims.append(try claim(name, values, over: x, row, reference))
    }
    return claims
  }

  private func values(
    of name: String, in trajectories: [Trajectory], on grid: SizeGrid, isOverTime: Bool
  )
    throws(CaseError) -> [Double?]
  {
    guard let observed = Observed(name, of: trajectories[0], on: grid) else {
      throw .bad("\(validationCase.name): a run has no \"\(name)\"")
    }
    guard !isOverTime else {
      return trajectories[0].frames.indices.map { observed.value(in: trajectories[0], at: $0) }
    }
    return trajectories.map { observed.value(in: $0, at: $0.frames.count - 1) }
  }

  private func claim(
    _ name: String, _ values: [Double?], over x: [Double], _ row: [String],
    _ reference: ReferenceTable
  ) throws(CaseError) -> Claim {
    guard let trend = Trend(rawValue: row[try reference.place(of: "measure")]) else {
      throw .bad("\(reference.path): a measure is step, slope or rate")
    }
    let least = try reference.number(row, try reference.place(of: "from"))
    let most = try reference.number(row, try reference.place(of: "to"))
    let known = values.compactMap(\.self)
    let range = known.count == x.count ? trend.range(of: known, over: x) : nil
    let outside = range.map { max(0, least - $0.lowerBound, $0.upperBound - most) }
    return Claim(
      validationCase, "\(trend.rawValue) of \(name)", of: name,
      expected: "\(least.shown) to \(most.shown)",
      found: range.map { Self.text($0) } ?? "no such value", error: outside)
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    let (least, most) = (range.lowerBound, range.upperBound)
    return least == most ? least.shown : "\(least.shown) to \(most.shown)"
  }
}
