import FitFiles
import Foundation
import ScenarioFiles

/// Data and model of each series, and what lies between them.
struct FitSeriesPanels {
  private let file: FitFile
  private let timeScale: TimeCourse.TimeScale

  /// How many times are drawn.
  private static let shown = 9

  init(_ file: FitFile, _ timeScale: TimeCourse.TimeScale) {
    self.file = file
    self.timeScale = timeScale
  }

  var data: [PlotData.Panel] { file.series.flatMap(data) }
  var residuals: [PlotData.Panel] { file.series.compactMap(residuals) }

  /// Each series and its residuals side by side.
  var dataWithResiduals: [PlotData.Panel] {
    file.series.flatMap { series -> [PlotData.Panel] in
      var panels = data(series) + [residuals(series)].compactMap(\.self)
      if !panels.isEmpty { panels[0].beginsRow = true }
      return panels
    }
  }

  // MARK: - Data

  private func data(_ series: FitFile.Series) -> [PlotData.Panel] {
    switch series.kind {
    case .saxs: [scattering(series)]
    case .absorption: [spectra(series)]
    case .tem: histograms(series)
    case .quantity: [course(series)]
    }
  }

  /// Curves above one another, the first below, by the same factor from one to the next.
  private func scattering(_ series: FitFile.Series) -> PlotData.Panel {
    let frames = chosen(series.frames)
    let curves = frames.enumerated().flatMap { place, frame -> [Curve] in
      let factor = pow10(Double(place))
      return pair(frame, factor: factor, Palette.step(place, of: frames.count))
    }
    let lift = frames.count > 1 ? "I × 10 each" : "I"
    return PlotData.Panel(
      x: PlotAxis("q", "1/nm", scale: .log),
      y: .fitting(
        "\(lift), \(series.name)", series.unit == "arbitrary" ? "1" : series.unit,
        curves.flatMap(\.y).compactMap(\.self), logFrom: 5, decades: 16),
      curves: curves, span: 2)
  }

  private func spectra(_ series: FitFile.Series) -> PlotData.Panel {
    let frames = chosen(series.frames)
    return PlotData.Panel(
      x: PlotAxis("wavelength", "nm"),
      y: PlotAxis("absorbance, \(series.name)", "1"),
      curves: frames.enumerated().flatMap { place, frame in
        pair(frame, factor: 1, Palette.step(place, of: frames.count))
      }, span: 2)
  }

  private func histograms(_ series: FitFile.Series) -> [PlotData.Panel] {
    chosen(series.frames).map { frame in
      let counted = Int(frame.data.reduce(0, +))
      return PlotData.Panel(
        x: PlotAxis("diameter at \(GnuplotScript.number(frame.time)) s", "nm"),
        y: PlotAxis("\(series.name), N = \(counted)", "1", minimum: 0),
        curves: [
          Curve(
            label: "data", color: Palette.run(0), mark: .bars, x: frame.places, y: frame.data),
          Curve(
            label: "model", color: Palette.run(1), mark: .linePoints, x: frame.places,
            y: frame.model),
        ])
    }
  }

  private func course(_ series: FitFile.Series) -> PlotData.Panel {
    let clock = clock(series)
    let times = series.frames.map(\.time)
    return PlotData.Panel(
      x: clock.axis, y: PlotAxis("\(series.quantity), \(series.name)", series.unit, minimum: 0),
      curves: [
        clock.curve(
          Curve(
            label: "model", color: Palette.run(1), x: times,
            y: series.frames.map { $0.model.first })),
        clock.curve(
          Curve(
            label: "data", color: Palette.ink, mark: .points, x: times,
            y: series.frames.map { $0.data.first }, error: series.frames.map { $0.deviation.first })
        ),
      ])
  }

  /// The points of a frame with their errors, and its model over them.
  private func pair(
    _ frame: FitFile.Frame, factor: Double, _ color: Palette.Color
  ) -> [Curve] {
    let time = "\(GnuplotScript.number(frame.time)) s"
    return [
      Curve(
        label: "data, \(time)", color: Palette.light(color), mark: .points, x: frame.places,
        y: frame.data.map { factor * $0 }, error: frame.deviation.map { factor * $0 }),
      Curve(
        label: "model, \(time)", color: color, x: frame.places,
        y: frame.model.map { factor * $0 }),
    ]
  }

  /// Frames evenly spread over their places.
  private func chosen(_ frames: [FitFile.Frame]) -> [FitFile.Frame] {
    guard frames.count > Self.shown else { return frames }
    return (0..<Self.shown).map { frames[$0 * (frames.count - 1) / (Self.shown - 1)] }
  }

  private func clock(_ series: FitFile.Series) -> Clock {
    let times = series.frames.map(\.time)
    return Clock(
      start: times.first { $0 > 0 }, end: times.last ?? 1, scale: timeScale, outputs: times)
  }

  // MARK: - Residuals

  private func residuals(_ series: FitFile.Series) -> PlotData.Panel? {
    guard let axis = series.kind.axis else {
      let clock = clock(series)
      return scatter(
        series, clock.axis,
        clock.curve(
          Curve(
            label: "residuals", color: Palette.run(0), mark: .points,
            x: series.frames.map(\.time), y: series.frames.map { $0.residuals.first })))
    }
    let isLog = series.kind == .saxs
    let place = PlotAxis(axis.name, axis.unit, scale: isLog ? .log : .linear)
    guard let map = ResidualMap(series, clock: clock(series), isLog: isLog) else {
      return series.frames.first.flatMap {
        scatter(
          series, place,
          Curve(
            label: "residuals", color: Palette.run(0), mark: .points, x: $0.places,
            y: $0.residuals))
      }
    }
    return PlotData.Panel(
      x: clock(series).axis,
      y: PlotAxis(
        axis.name, axis.unit, scale: place.scale, minimum: map.places.lowerBound,
        maximum: map.places.upperBound), map: map.map)
  }

  private func scatter(
    _ series: FitFile.Series, _ axis: PlotAxis, _ curve: Curve
  ) -> PlotData.Panel? {
    guard let first = curve.x.first, let last = curve.x.last else { return nil }
    let zero = Curve(
      label: "none", color: Palette.axis, mark: .dashes,
      x: [axis.minimum ?? first, axis.maximum ?? last], y: [0, 0])
    return PlotData.Panel(
      x: axis, y: PlotAxis("(data - model) / σ, \(series.name)", "1"), curves: [zero, curve])
  }
}
