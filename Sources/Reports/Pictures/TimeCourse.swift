public import Results

/// The picture that the field draws of a synthesis: size, dispersion, number and solute over time,
/// and the size distribution.
public struct TimeCourse: Sendable {
  /// How time runs.
  public enum TimeScale: String, Sendable, CaseIterable {
    /// Logarithmic where the times of the first result are spread so.
    case automatic
    case linear
    case log
  }

  /// A result and what it is called in the legend.
  public struct Run: Sendable {
    public var label: String
    public var result: RunResult

    public init(label: String, result: RunResult) {
      self.label = label
      self.result = result
    }
  }

  private let runs: [Run]
  private let measured: [MeasuredSeries]
  private let clock: Clock

  public init(
    _ runs: [Run], measured: [MeasuredSeries] = [], timeScale: TimeScale = .automatic
  ) {
    self.runs = runs
    self.measured = measured
    let ends = runs.compactMap(\.result.summary.times.last) + measured.compactMap { $0.times.max() }
    let starts =
      runs.flatMap { $0.result.summary.times.filter { $0 > 0 }.prefix(1) }
      + measured.compactMap { $0.times.filter { $0 > 0 }.min() }
    clock = Clock(
      start: starts.min(), end: ends.max() ?? 1, scale: timeScale,
      outputs: runs.first?.result.summary.times ?? [])
  }

  /// The picture.
  public var plot: PlotData {
    let overlaid = runs.count + measured.count > 1
    let replicates = runs.contains { $0.result.ensemble != nil }
    return PlotData(
      title: runs.count == 1 ? runs.first?.result.title ?? "" : "",
      panels: [
        panel("radius_mean", "mean radius", "nm"),
        panel("dispersion", "dispersion of radius", "%", factor: 100),
        panel("number", "number of crystals", "1/m^3", logFrom: 30), solutePanel, sizePanel,
      ] + DopantPanels(runs.compactMap(\.result.ensemble)).panels + observationPanels,
      columns: 3, legend: overlaid || replicates ? legend : [])
  }

  /// Of a single run; several would hide one another.
  private var observationPanels: [PlotData.Panel] {
    guard runs.count == 1, let run = runs.first else { return [] }
    return ObservationPanels(run.result, clock: clock).panels
  }

  private var legend: [PlotData.LegendEntry] {
    runs.enumerated().flatMap { index, run -> [PlotData.LegendEntry] in
      let color = Palette.run(index)
      guard let ensemble = run.result.ensemble else {
        return [PlotData.LegendEntry(label: run.label, color: color, mark: .line)]
      }
      return [
        PlotData.LegendEntry(
          label: "\(run.label): mean ± 2 standard errors", color: color, mark: .line),
        PlotData.LegendEntry(
          label: ensemble.drawnReplicates, color: color, mark: .thin),
      ]
    }
      + measured.enumerated().map { index, series in
        PlotData.LegendEntry(label: series.label, color: color(ofMeasured: index), mark: .points)
      }
  }

  /// A measurement beside one run is dark; beside several it follows their colours.
  private func color(ofMeasured index: Int) -> Palette.Color {
    runs.count == 1 && measured.count == 1 ? Palette.ink : Palette.run(runs.count + index)
  }

  // MARK: - Panels over time

  private func panel(
    _ name: String, _ quantity: String, _ unit: String, factor: Double = 1,
    logFrom ratio: Double = .infinity
  ) -> PlotData.Panel {
    let curves = curves(name, factor: factor)
    let values = curves.flatMap(\.y).compactMap(\.self)
    return PlotData.Panel(
      x: clock.axis, y: .fitting(quantity, unit, values, logFrom: ratio, decades: 4),
      curves: curves)
  }

  private var solutePanel: PlotData.Panel {
    let solute = curves("solute")
    let ratio = curves("supersaturation", mark: .dashes, side: .right)
    let values = { (curves: [Curve]) in curves.flatMap(\.y).compactMap(\.self) }
    let right: PlotAxis? =
      ratio.isEmpty
      ? nil
      : .fitting("supersaturation (dashed)", "1", values(ratio), logFrom: 30, decades: 6)
    return PlotData.Panel(
      x: clock.axis,
      // mol/m³ and mmol/L are the same number.
      y: .fitting("solute", "mmol/L", values(solute), logFrom: 30, decades: 6), right: right,
      curves: solute + ratio)
  }

  private func curves(
    _ name: String, factor: Double = 1, mark: Curve.Mark = .line, side: Curve.Side = .left
  ) -> [Curve] {
    let fans = runs.enumerated().flatMap { index, run in
      run.result.fan(name, label: run.label, color: Palette.run(index), side: side)
    }
    let means = runs.enumerated().compactMap { index, run -> Curve? in
      guard let column = run.result.summary[name] else { return nil }
      return Curve(
        label: run.label, color: Palette.run(index), mark: mark, side: side,
        x: run.result.summary.times, y: column.values)
    }
    let computed = (fans + means).map { clock.curve($0.scaled(by: factor)) }
    let points = measured.enumerated().compactMap { index, series -> Curve? in
      guard let column = series[name] else { return nil }
      return clock.curve(
        Curve(
          label: series.label, color: color(ofMeasured: index), mark: .points, side: side,
          x: series.times, y: column.values.map { $0.map { $0 * factor } },
          error: column.errors?.map { $0.map { $0 * factor } }))
    }
    return computed + points
  }

  // MARK: - Sizes

  private var sizePanel: PlotData.Panel {
    guard runs.count == 1, let run = runs.first, let map = SizeMap(run.result, clock: clock)
    else { return finalSizes }
    var mean = curves("radius_mean").filter { $0.mark == .line }
    for index in mean.indices {
      mean[index].label = "mean radius"
      mean[index].color = Palette.run(1)
    }
    return PlotData.Panel(
      x: clock.axis, y: PlotAxis("radius", "nm", minimum: 0, maximum: map.largestRadius),
      curves: mean, map: map.map, span: 2)
  }

  private var finalSizes: PlotData.Panel {
    let curves = runs.enumerated().compactMap { index, run -> Curve? in
      guard let slice = SizeSlice(run.result, at: run.result.sizes.times.count - 1) else {
        return nil
      }
      return Curve(
        label: run.label, color: Palette.run(index),
        mark: run.result.ensemble == nil ? .line : .linePoints, x: slice.radii, y: slice.shares,
        error: slice.errors)
    }
    return PlotData.Panel(
      x: PlotAxis("radius", "nm"),
      y: PlotAxis("share of crystals, end", "1/nm", minimum: 0), curves: curves, span: 2)
  }
}
