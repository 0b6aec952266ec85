import Foundation

/// The lines that draw one panel.
struct PanelScript {
  private let panel: PlotData.Panel
  private let canvas: Canvas
  private let index: Int
  private let x: AxisScale
  private let y: AxisScale
  private let right: AxisScale?

  init(_ panel: PlotData.Panel, in canvas: Canvas, at index: Int) {
    self.panel = panel
    self.canvas = canvas
    self.index = index
    let values = { (side: Curve.Side) in
      panel.curves.filter { $0.side == side }.flatMap(\.y).compactMap(\.self)
    }
    x = AxisScale(panel.x, values: panel.curves.flatMap(\.x) + (panel.map?.x ?? []))
    y = AxisScale(panel.y, values: values(.left) + (panel.map?.y ?? []))
    right = panel.right.map { AxisScale($0, values: values(.right)) }
  }

  var lines: [String] { frame + axes + blocks + [plot] }

  private var frame: [String] {
    let frame = canvas.frames[index]
    return [
      "set lmargin at screen \(share(frame.left, canvas.width))",
      "set rmargin at screen \(share(frame.right, canvas.width))",
      "set bmargin at screen \(share(frame.bottom, canvas.height))",
      "set tmargin at screen \(share(frame.top, canvas.height))",
      "set border \(panel.right == nil ? 3 : 11)",
    ]
  }

  private var axes: [String] {
    var lines = ["set xtics auto", "set ytics auto"]
    lines += panel.map == nil ? x.lines("x") : mapTimeAxis
    lines += isLogHeight ? logarithmTics("y", y) : y.lines("y")
    if let right {
      lines += ["set y2tics nomirror tc rgb '\(Palette.ink.hex)'"] + right.lines("y2")
      lines += ["set y2label offset -1"]
    } else {
      lines += ["unset y2tics", "unset y2label", "unset logscale y2"]
    }
    return lines
  }

  // MARK: - What is drawn

  private var blocks: [String] {
    let curves = panel.curves.indices.flatMap { block(of: panel.curves[$0], named: name($0)) }
    return curves + (panel.map.map(block) ?? [])
  }

  private func name(_ curve: Int) -> String { "$panel\(index)_\(curve)" }

  private func block(of curve: Curve, named name: String) -> [String] {
    let scale = curve.side == .right ? right ?? y : y
    let rows = curve.x.indices.map { point in
      let value = curve.y[point].flatMap { visible($0, on: scale) }
      let (low, high) = ends(of: curve, at: point, on: scale)
      return "\(mapped(curve.x[point])) \(value ?? "NaN") \(low) \(high)"
    }
    return ["\(name) << EOD"] + (rows.isEmpty ? ["NaN NaN NaN NaN"] : rows) + ["EOD"]
  }

  /// From where to where a value may be, as the axis counts; both ends the value where that is unknown.
  private func ends(
    of curve: Curve, at point: Int, on scale: AxisScale
  ) -> (low: String, high: String) {
    guard let value = curve.y[point], value.isFinite else { return ("NaN", "NaN") }
    let error = (curve.error?[point]).flatMap(\.self) ?? 0
    let interval =
      (curve.interval?[point]).flatMap(\.self) ?? (value - abs(error))...(value + abs(error))
    // A logarithmic axis ends somewhere.
    let least = scale.axis.scale == .log ? scale.range?.lowerBound ?? value : -.infinity
    return (
      GnuplotScript.number(scale.shown(max(least, interval.lowerBound))),
      GnuplotScript.number(scale.shown(max(least, interval.upperBound)))
    )
  }

  private func visible(_ value: Double, on scale: AxisScale) -> String? {
    guard value.isFinite, scale.axis.scale == .linear || value > 0 else { return nil }
    return GnuplotScript.number(scale.shown(value))
  }

  private var plot: String {
    let map = panel.map == nil ? [] : ["$map\(index) using 1:2:3 with image notitle"]
    let curves = panel.curves.indices.flatMap { parts(of: panel.curves[$0], name($0)) }
    let all = map + curves
    return "plot " + (all.isEmpty ? ["NaN notitle"] : all).joined(separator: ", \\\n  ")
  }

  private func parts(of curve: Curve, _ name: String) -> [String] {
    let side = curve.side == .right ? "axes x1y2" : "axes x1y1"
    let look = MarkStyle.text(curve.mark, curve.color)
    guard curve.mark != .band else { return ["\(name) using 1:3:4 \(side) with \(look) notitle"] }
    let columns = curve.width.map { "1:2:(\($0))" } ?? "1:2"
    let points = "\(name) using \(columns) \(side) with \(look) notitle"
    guard curve.error != nil || curve.interval != nil else { return [points] }
    // Error bars of gnuplot have a hole for their point, which a bar does not fill.
    guard curve.mark != .bars else {
      return [
        points,
        "\(name) using 1:3:(0):($4-$3) \(side) with vectors nohead lw 1 lc rgb '\(Palette.ink.hex)' "
          + "notitle",
      ]
    }
    let bars =
      "\(name) using 1:2:3:4 \(side) with yerrorbars pt -1 lw 0.8 lc rgb '\(curve.color.hex)' notitle"
    return [bars, points]
  }

  private func share(_ length: Double, _ whole: Double) -> String {
    GnuplotScript.number(length / whole)
  }

  // MARK: - Heat map

  private var isLogMap: Bool { panel.map != nil && panel.x.scale == .log }
  private var isLogHeight: Bool { panel.map != nil && panel.y.scale == .log }

  /// An image lies evenly on its axis, so a logarithmic time is drawn by its logarithm.
  private func mapped(_ place: Double) -> String {
    GnuplotScript.number(isLogMap ? log10(place) : x.shown(place))
  }

  private func block(of map: HeatMap) -> [String] {
    let cells = map.x.indices.flatMap { column in
      map.y.indices.map { row in
        let value = map.values[column][row].map(GnuplotScript.number) ?? "NaN"
        let height = isLogHeight ? log10(map.y[row]) : y.shown(map.y[row])
        return "\(mapped(map.x[column])) \(GnuplotScript.number(height)) \(value)"
      }
    }
    return ["$map\(index) << EOD"] + cells + ["EOD"]
  }

  private var mapTimeAxis: [String] {
    colors + (isLogMap ? logarithmTics("x", x) : x.lines("x"))
  }

  private func logarithmTics(_ name: String, _ scale: AxisScale) -> [String] {
    guard let range = scale.range, range.lowerBound > 0 else { return scale.lines(name) }
    let (start, end) = (log10(range.lowerBound), log10(range.upperBound))
    let tics = LogarithmicTics(over: range).tics.map { tic in
      "'\(tic.text)' \(GnuplotScript.number(log10(tic.value))) \(tic.text.isEmpty ? 1 : 0)"
    }
    return scale.lines(name) + [
      "unset logscale \(name)", "set \(name)tics (\(tics.joined(separator: ", ")))",
      "set \(name)range [\(GnuplotScript.number(start)):\(GnuplotScript.number(end))]",
    ]
  }

  private var colors: [String] {
    guard let map = panel.map else { return [] }
    let unit = UnitText.shown(map.unit)
    let label = unit.isEmpty ? map.quantity : "\(map.quantity) (\(unit))"
    let palette = map.scale == .diverging ? Palette.diverging : Palette.map
    return [
      "set palette defined ("
        + palette.enumerated().map { "\($0) '\($1)'" }.joined(separator: ", ") + ")",
      map.scale == .log ? "set logscale cb" : "unset logscale cb",
      "set cbrange [\(GnuplotScript.number(map.range.lowerBound)):"
        + "\(GnuplotScript.number(map.range.upperBound))]",
      "set format cb '\(map.scale == .log ? "10^{%L}" : "%g")'",
      "set cblabel \(GnuplotScript.quoted(label)) offset 0.8 noenhanced tc rgb '\(Palette.ink.hex)'",
      "set cbtics out scale 0.5",
      "set colorbox noborder",
    ]
  }
}
