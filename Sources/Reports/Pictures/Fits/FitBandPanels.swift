import FitFiles

/// What a fit predicts of the crystals over time, with the band of 95 % of the predictions.
struct FitBandPanels {
  private let bands: FitFile.Bands
  private let clock: Clock

  init(_ file: FitFile, _ timeScale: TimeCourse.TimeScale) {
    bands = file.bands
    let times = file.bands.runs.first?.bands.first?.times ?? []
    let ends = file.bands.runs.compactMap { $0.bands.first?.times.last }
    clock = Clock(
      start: times.first { $0 > 0 }, end: ends.max() ?? 1, scale: timeScale, outputs: times)
  }

  var panels: [PlotData.Panel] {
    [
      panel("radius_mean", "mean radius"),
      panel("dispersion", "dispersion of radius", percent: true),
      panel("number", "number of crystals"), panel("solute", "solute", logFrom: 30),
      panel("yield", "yield", percent: true),
    ].compactMap(\.self)
  }

  /// Which colour is which run, where there are several.
  var legend: [PlotData.LegendEntry] {
    guard bands.runs.count > 1 else { return [] }
    return bands.runs.enumerated().map { place, run in
      PlotData.LegendEntry(
        label: run.series.joined(separator: ", "), color: Palette.run(place), mark: .line)
    }
  }

  private func panel(
    _ name: String, _ quantity: String, percent: Bool = false, logFrom ratio: Double = .infinity
  ) -> PlotData.Panel? {
    let found = bands.runs.enumerated().compactMap { place, run in
      run.bands.first { $0.quantity == name }.map { (place: place, band: $0) }
    }
    guard let unit = found.first?.band.unit else { return nil }
    let curves = found.flatMap { self.curves(of: $0.band, place: $0.place) }.map {
      clock.curve($0.scaled(by: percent ? 100 : 1))
    }
    let values = curves.flatMap(\.y).compactMap(\.self)
    return PlotData.Panel(
      x: clock.axis,
      y: .fitting(quantity, percent ? "%" : unit, values, logFrom: ratio, decades: 6),
      curves: curves)
  }

  private func curves(of band: FitFile.Bands.Band, place: Int) -> [Curve] {
    let color = Palette.run(place)
    let spread = zip(band.lower, band.upper).map { lower, upper -> ClosedRange<Double>? in
      guard let lower, let upper, lower <= upper else { return nil }
      return lower...upper
    }
    return [
      Curve(
        label: "95 % of the draws", color: color, mark: .band, x: band.times,
        y: zip(band.median, spread).map { $1 == nil ? nil : $0 }, interval: spread),
      Curve(label: "best", color: color, x: band.times, y: band.best),
    ]
  }
}
