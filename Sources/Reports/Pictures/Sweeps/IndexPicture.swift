import SweepAnalysis

/// Sensitivity indices as bars with their intervals, a panel a response.
public struct IndexPicture: Sendable {
  private let sweep: AnalysedSweep

  private static let width = 0.36

  public init(_ sweep: AnalysedSweep) {
    self.sweep = sweep
  }

  /// - Throws: where no response has indices.
  public func plot() throws(ReportError) -> PlotData {
    let panels = sweep.responses.compactMap { response in
      response.indices.map { panel(response, $0) }
    }
    guard let first = panels.first else { throw .nothingToDraw(what: "sensitivity indices") }
    return PlotData(
      title: "Sensitivity indices, with intervals of resampling", panels: panels,
      columns: first.span * min(2, panels.count),
      legend: [
        PlotData.LegendEntry(label: "alone (first order)", color: Palette.run(0), mark: .bars),
        PlotData.LegendEntry(
          label: "with all others (total)", color: Palette.run(1), mark: .bars),
      ])
  }

  private func panel(_ response: AnalysedSweep.Response, _ indices: SobolIndices) -> PlotData.Panel
  {
    let names = sweep.factorNames
    let isWide = names.count > 4
    let all = indices.first + indices.total
    let top = max(1, all.map(\.upper).max() ?? 1)
    let bottom = min(0, all.map(\.lower).min() ?? 0)
    return PlotData.Panel(
      x: PlotAxis(
        "", "1", minimum: -0.6, maximum: Double(names.count) - 0.4,
        names: names.map { AnalysedSweep.wrapped($0, width: isWide ? 11 : 13) }),
      y: PlotAxis(
        "share of variance: " + response.quantity, "1", minimum: bottom < -0.02 ? bottom : 0,
        maximum: top > 1 ? 1.02 * top : 1),
      curves: [
        bars("first order", indices.first, shift: -0.5 * Self.width, Palette.run(0)),
        bars("total", indices.total, shift: 0.5 * Self.width, Palette.run(1)),
      ], span: isWide ? 2 : 1)
  }

  private func bars(
    _ label: String, _ estimates: [IndexEstimate], shift: Double, _ color: Palette.Color
  ) -> Curve {
    Curve(
      label: label, color: color, mark: .bars,
      x: estimates.indices.map { Double($0) + shift }, y: estimates.map(\.value),
      interval: estimates.map { $0.lower...max($0.lower, $0.upper) }, width: 0.92 * Self.width)
  }
}
