import Results

/// What instruments show of a run: scattering and spectra at some of its times, from light to dark.
struct ObservationPanels {
  private let series: [ObservedSeries]
  private let clock: Clock

  init(_ result: RunResult, clock: Clock) {
    series = result.observations
    self.clock = clock
  }

  /// How many times are drawn.
  private static let shown = 7

  var panels: [PlotData.Panel] { series.compactMap(panel) }

  private func panel(_ series: ObservedSeries) -> PlotData.Panel? {
    switch series.kind {
    case .saxs: scattering(series)
    case .optics: spectra(series)
    case .tem: histogram(series)
    }
  }

  private func scattering(_ series: ObservedSeries) -> PlotData.Panel? {
    guard let ideal = series.plane["I"] else { return nil }
    let steps = steps(series, ideal)
    let measured = series.plane["I_measured"]
    var curves: [Curve] = []
    if let measured, let last = steps.last {
      curves.append(
        curve(
          "measured, last", series, measured, at: last, Palette.step(0, of: 2), mark: .points))
    }
    curves += drawn(series, ideal, steps)
    let values = curves.flatMap(\.y).compactMap(\.self)
    return PlotData.Panel(
      x: PlotAxis("q", "1/nm", scale: .log),
      y: .fitting("I, early (light) to late", "1/cm", values, logFrom: 30, decades: 9),
      curves: curves)
  }

  private func spectra(_ series: ObservedSeries) -> PlotData.Panel? {
    guard let absorbance = series.plane["absorbance"] else { return nil }
    let steps = steps(series, absorbance)
    guard let last = steps.last else { return nil }
    let emission = series.plane["photoluminescence"].map {
      curve(
        "photoluminescence, last", series, $0, at: last, Palette.ink, mark: .dashes, side: .right)
    }
    return PlotData.Panel(
      x: PlotAxis(
        "wavelength", "nm", minimum: series.plane.axis.values.first,
        maximum: series.plane.axis.values.last),
      y: PlotAxis("absorbance, early (light) to late", "1", minimum: 0),
      right: emission == nil ? nil : PlotAxis("photoluminescence (dashed)", "1", minimum: 0),
      curves: drawn(series, absorbance, steps) + [emission].compactMap(\.self))
  }

  private func histogram(_ series: ObservedSeries) -> PlotData.Panel? {
    guard let count = series.plane["count"], !series.plane.axis.values.isEmpty,
      let last = steps(series, count).last
    else { return nil }
    let measured = (count.rows[last].compactMap(\.self)).reduce(0, +)
    return PlotData.Panel(
      x: PlotAxis("diameter, end", "nm"),
      y: PlotAxis("crystals measured, N = \(Int(measured))", "1", minimum: 0),
      curves: [curve("measured", series, count, at: last, Palette.run(0), mark: .bars)])
  }

  // MARK: - Times

  /// Times that show something, evenly spread over their places.
  private func steps(_ series: ObservedSeries, _ column: TimePlane.Column) -> [Int] {
    let times = series.plane.times.indices.filter { time in
      column.rows[time].contains { ($0 ?? 0) > 0 }
    }
    guard times.count > Self.shown else { return times }
    return (0..<Self.shown).map { times[$0 * (times.count - 1) / (Self.shown - 1)] }
  }

  private func drawn(
    _ series: ObservedSeries, _ column: TimePlane.Column, _ steps: [Int]
  ) -> [Curve] {
    steps.enumerated().map { place, time in
      curve(
        clock.text(series.plane.times[time]), series, column, at: time,
        Palette.step(place, of: steps.count))
    }
  }

  private func curve(
    _ label: String, _ series: ObservedSeries, _ column: TimePlane.Column, at time: Int,
    _ color: Palette.Color, mark: Curve.Mark = .line, side: Curve.Side = .left
  ) -> Curve {
    Curve(
      label: label, color: color, mark: mark, side: side, x: series.plane.axis.values,
      y: column.rows[time])
  }
}
