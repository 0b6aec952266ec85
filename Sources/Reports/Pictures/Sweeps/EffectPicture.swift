import SweepAnalysis

/// Main effects: the mean of each response over the points of each level or bin, a row a response, all of a
/// row on one scale.
public struct EffectPicture: Sendable {
  private let sweep: AnalysedSweep

  public init(_ sweep: AnalysedSweep) {
    self.sweep = sweep
  }

  /// - Throws: where nothing varies.
  public func plot() throws(ReportError) -> PlotData {
    let factors = sweep.factors.indices.filter { sweep.factors[$0].groups.count > 1 }
    let panels = sweep.responses.flatMap { response in
      let ends = factors.flatMap { factor in
        response.effects[factor].means.compactMap(\.self).flatMap { mean in
          [mean.mean - (mean.standardError ?? 0), mean.mean + (mean.standardError ?? 0)]
        }
      }
      let height = AnalysedSweep.axis(response.label, response.unit, ends)
      return factors.enumerated().map { place, factor in
        panel(response, factor, height, beginsRow: place == 0)
      }
    }
    guard !panels.isEmpty else { throw .nothingToDraw(what: "axes with two values or more") }
    return PlotData(
      title: "Main effects: means over all other axes, with standard errors", panels: panels,
      columns: AnalysedSweep.columns(for: factors.count),
      legend: [
        PlotData.LegendEntry(label: "mean", color: Palette.run(0), mark: .linePoints),
        PlotData.LegendEntry(label: "mean of all points", color: Palette.run(7), mark: .dashes),
      ])
  }

  private func panel(
    _ response: AnalysedSweep.Response, _ place: Int, _ height: PlotAxis, beginsRow: Bool
  ) -> PlotData.Panel {
    let factor = sweep.factors[place]
    let means = response.effects[place].means
    let x = sweep.axis(of: place)
    let known = means.indices.filter { means[$0] != nil }
    let overall = Tally(response.values.filter(\.isFinite)).mean
    let ends = [
      x.minimum ?? factor.values.min() ?? 0, x.maximum ?? factor.values.max() ?? 1,
    ]
    return PlotData.Panel(
      x: x, y: height,
      curves: [
        Curve(
          label: "all points", color: Palette.run(7), mark: .dashes, x: ends,
          y: [overall, overall]),
        Curve(
          label: "mean", color: Palette.run(0), mark: factor.isText ? .points : .linePoints,
          x: known.map { factor.groups[$0].center }, y: known.map { means[$0]?.mean },
          error: known.map { means[$0]?.standardError }),
      ], beginsRow: beginsRow)
  }
}
