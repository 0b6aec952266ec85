import FitFiles

/// The posterior of every parameter, and of every two of them.
struct FitCornerPanels {
  private let file: FitFile

  private static let bins = 24
  /// Points that a panel shows.
  private static let mostDrawn = 1500

  init(_ file: FitFile) {
    self.file = file
  }

  var panels: [PlotData.Panel] {
    guard let samples = file.samples else { return [] }
    let draws = samples.draws.map { $0.flatMap(\.self) }
    let axes = zip(file.parameters, draws).map { ParameterAxis($0, $1) }
    let shown = zip(axes, draws).map { axis, values in values.map(axis.shown) }
    return shown.indices.flatMap { row in
      (0...row).map { column in
        var panel =
          row == column
          ? histogram(axes[row], shown[row])
          : scatter(axes[column], axes[row], shown[column], shown[row], places: (column, row))
        panel.beginsRow = column == 0
        return panel
      }
    }
  }

  private func histogram(_ axis: ParameterAxis, _ values: [Double]) -> PlotData.Panel {
    let least = values.min() ?? 0
    let width = max((values.max() ?? 0) - least, .leastNormalMagnitude) / Double(Self.bins)
    var counts = [Double](repeating: 0, count: Self.bins)
    for value in values { counts[min(Int((value - least) / width), Self.bins - 1)] += 1 }
    let middles = counts.indices.map { least + (Double($0) + 0.5) * width }
    return PlotData.Panel(
      x: axis.axis, y: PlotAxis("draws", "1", minimum: 0),
      curves: [
        Curve(label: "posterior", color: Palette.run(0), mark: .bars, x: middles, y: counts)
      ])
  }

  private func scatter(
    _ x: ParameterAxis, _ y: ParameterAxis, _ across: [Double], _ up: [Double],
    places: (x: Int, y: Int)
  ) -> PlotData.Panel {
    let step = max(1, across.count / Self.mostDrawn)
    let drawn = stride(from: 0, to: across.count, by: step)
    return PlotData.Panel(
      x: x.axis, y: y.axis,
      curves: [
        Curve(
          label: "posterior", color: Palette.run(0), mark: .dots, x: drawn.map { across[$0] },
          y: drawn.map { up[$0] }),
        Curve(
          label: "best", color: Palette.run(1), mark: .points,
          x: [x.shown(file.parameters[places.x].value)],
          y: [y.shown(file.parameters[places.y].value)]),
      ])
  }
}
