import FitFiles

/// How surely each value is known, and where the starts ended.
struct FitSearchPanels {
  private let file: FitFile

  /// What a rise means for one parameter: one standard deviation, and 95 %.
  private static let thresholds = [1, 3.84]

  init(_ file: FitFile) {
    self.file = file
  }

  var profiles: [PlotData.Panel] { file.profiles.compactMap(panel) }

  private func panel(_ profile: FitFile.Profile) -> PlotData.Panel? {
    guard let parameter = file.parameters.first(where: { $0.identifier == profile.identifier }),
      let first = profile.values.first, let last = profile.values.last
    else { return nil }
    let axis = ParameterAxis(parameter, profile.values)
    let color = Palette.run(0)
    let levels = Self.thresholds.map { level in
      Curve(
        label: "rise \(level)", color: Palette.axis, mark: .dashes,
        x: [first, last].map(axis.shown),
        y: [level, level])
    }
    let course = Curve(
      label: "profile", color: color, mark: .linePoints, x: profile.values.map(axis.shown),
      y: profile.rises)
    let best = Curve(
      label: "best", color: Palette.run(1), mark: .points, x: [axis.shown(parameter.value)], y: [0])
    return PlotData.Panel(
      x: axis.axis, y: PlotAxis("rise of chi-square", "1", minimum: 0, maximum: 5),
      curves: levels + [course, best])
  }

  /// Objectives of all starts in order, counted from the best one.
  var starts: [PlotData.Panel] {
    let values = file.starts.compactMap(\.objective).sorted()
    guard let best = values.first, values.count > 1 else { return [] }
    let failed = file.starts.count - values.count
    let lost = failed > 0 ? ", \(failed) failed" : ""
    return [
      PlotData.Panel(
        x: PlotAxis(
          "rank of the start\(lost)", "1", minimum: 0.5, maximum: Double(values.count) + 0.5),
        y: PlotAxis("1 + chi-square above the best", "1", scale: .log, minimum: 0.8),
        curves: [
          Curve(
            label: "starts", color: Palette.run(0), mark: .linePoints,
            x: values.indices.map { Double($0 + 1) }, y: values.map { 1 + $0 - best })
        ])
    ]
  }
}
