public import SweepAnalysis

/// Points by their objectives, pair by pair, with those that no other point beats.
public struct FrontPicture: Sendable {
  private let objectives: [Objective]
  private let quantities: [String]
  private let values: [[Double]]
  private let ranked: RankedPoints

  private static let mostPoints = 20_000
  private static let fewPoints = 400

  /// - Parameters:
  ///   - quantities: what objectives are called in pictures.
  ///   - values: for each objective, its value at every point.
  public init(
    _ objectives: [Objective], quantities: [String], values: [[Double]], ranked: RankedPoints
  ) {
    self.quantities = quantities
    self.objectives = objectives
    self.values = values
    self.ranked = ranked
  }

  /// - Throws: with fewer than two objectives or points.
  public func plot() throws(ReportError) -> PlotData {
    guard objectives.count > 1, ranked.order.count > 1 else {
      throw .nothingToDraw(what: "two objectives")
    }
    let pairs = objectives.indices.flatMap { i in
      objectives.indices.filter { $0 > i }.map { (i, $0) }
    }
    return PlotData(
      title: objectives.count > 2 ? "Pareto front of \(objectives.count) objectives, by pairs" : "",
      panels: pairs.map(panel), columns: min(3, pairs.count),
      legend: [
        PlotData.LegendEntry(label: "points", color: Palette.run(7), mark: crowd),
        PlotData.LegendEntry(label: "beaten by none", color: Palette.run(1), mark: frontMark),
      ])
  }

  private var crowd: Curve.Mark { ranked.order.count > Self.fewPoints ? .specks : .points }
  /// Of two objectives the front is a curve, but for what comes near a target from both sides.
  private var frontMark: Curve.Mark {
    let hasTarget = objectives.contains {
      if case .target = $0.aim { true } else { false }
    }
    return objectives.count == 2 && !hasTarget ? .linePoints : .disks
  }

  private func panel(_ pair: (Int, Int)) -> PlotData.Panel {
    let (x, y) = (values[pair.0], values[pair.1])
    let step = max(1, ranked.order.count / Self.mostPoints)
    let others = ranked.order.enumerated().filter { place, point in
      ranked.fronts[point] != 0 && place % step == 0
    }.map(\.element)
    let front = ranked.best.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    let shown = others + front
    let (across, up) = (axis(pair.0, shown.map { x[$0] }), axis(pair.1, shown.map { y[$0] }))
    var curves = [
      Curve(
        label: "points", color: Palette.run(7), mark: crowd, x: others.map { x[$0] },
        y: others.map { y[$0] }),
      Curve(
        label: "beaten by none", color: Palette.run(1), mark: frontMark, x: front.map { x[$0] },
        y: front.map { y[$0] }),
    ]
    if case .target(let target) = objectives[pair.0].aim, let low = up.minimum,
      let high = up.maximum
    {
      curves.append(
        Curve(
          label: "target", color: Palette.axis, mark: .dashes, x: [target, target],
          y: [low, high]))
    }
    if case .target(let target) = objectives[pair.1].aim, let low = across.minimum,
      let high = across.maximum
    {
      curves.append(
        Curve(
          label: "target", color: Palette.axis, mark: .dashes, x: [low, high],
          y: [target, target]))
    }
    return PlotData.Panel(x: across, y: up, curves: curves)
  }

  private func axis(_ place: Int, _ values: [Double]) -> PlotAxis {
    let objective = objectives[place]
    let name = quantities[place]
    switch objective.aim {
    case .minimum: return AnalysedSweep.axis(name + ", the less the better", objective.unit, values)
    case .maximum: return AnalysedSweep.axis(name + ", the more the better", objective.unit, values)
    case .target(let target):
      return AnalysedSweep.axis(name + ", target dashed", objective.unit, values + [target])
    }
  }
}
