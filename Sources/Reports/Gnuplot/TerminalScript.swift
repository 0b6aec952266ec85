/// A picture in characters: the panels below one another, without heat maps, fans and bands.
struct TerminalScript {
  let text: String

  private static let height = 20
  private static let marks = ["*", "+", "o", "x", "#", "%", "@", "="]

  init(_ plot: PlotData, width: Int) {
    let head = [
      "set terminal dumb noenhanced mono size \(width),\(Self.height)", "set encoding utf8",
      "set tics nomirror", "unset key",
    ]
    let panels = plot.panels.enumerated().map { index, panel in
      Self.lines(panel, index, legend: index == 0 ? plot.legend.filter { $0.mark != .thin } : [])
    }
    text = (head + panels.flatMap(\.self) + [""]).joined(separator: "\n")
  }

  private static func lines(
    _ panel: PlotData.Panel, _ index: Int, legend: [PlotData.LegendEntry]
  ) -> [String] {
    let curves = panel.curves.filter { $0.side == .left && $0.mark != .thin && $0.mark != .band }
    let x = AxisScale(panel.x, values: curves.flatMap(\.x))
    let y = AxisScale(panel.y, values: curves.flatMap(\.y).compactMap(\.self))
    guard y.range != nil, !curves.isEmpty else { return [] }
    var lines = x.lines("x") + y.lines("y")
    lines += [
      "set format x '%g'", "set format y '%g'", "set ylabel",
      "set title \(GnuplotScript.quoted(y.label))",
    ]
    for (number, curve) in curves.enumerated() {
      lines += ["$panel\(index)_\(number) << EOD"]
      lines += curve.x.indices.compactMap { point in
        guard let value = curve.y[point], value > 0 || y.axis.scale == .linear else { return nil }
        return GnuplotScript.number(x.shown(curve.x[point])) + " "
          + GnuplotScript.number(y.shown(value))
      }
      lines += ["EOD"]
    }
    let plots = curves.indices.map { number in
      let label =
        legend.indices.contains(number) ? GnuplotScript.quoted(legend[number].label) : "''"
      return "$panel\(index)_\(number) using 1:2 with points pt '\(marks[number % marks.count])' "
        + (legend.isEmpty ? "notitle" : "title \(label)")
    }
    return lines + [legend.isEmpty ? "unset key" : "set key below"]
      + ["plot " + plots.joined(separator: ", ")]
  }
}
