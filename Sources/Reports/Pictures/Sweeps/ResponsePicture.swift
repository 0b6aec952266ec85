import SweepAnalysis

/// Responses along each axis of a sweep, a panel each: a curve for each setting of the other axes where
/// these are few, else the median of the points and where the middle four fifths of them lie.
public struct ResponsePicture: Sendable {
  private let sweep: AnalysedSweep

  /// Curves in one panel.
  private static let mostCurves = 8
  private static let mostPoints = 3000

  public init(_ sweep: AnalysedSweep) {
    self.sweep = sweep
  }

  /// - Throws: where nothing varies.
  public func plot() throws(ReportError) -> PlotData {
    let factors = sweep.factors.indices.filter { sweep.factors[$0].groups.count > 1 }
    let others = factors.map { factor in families(without: factor) }
    let hasCurves = factors.count == 1 || (factors.count == 2 && !others.contains { $0 == nil })
    let panels = sweep.responses.flatMap { response in
      zip(factors, others).enumerated().map { place, pair in
        var panel =
          hasCurves
          ? curves(response, pair.0, pair.1 ?? [], isFirst: place == 0) : band(response, pair.0)
        panel.beginsRow = place == 0
        return panel
      }
    }
    guard !panels.isEmpty else { throw .nothingToDraw(what: "axes with two values or more") }
    return PlotData(
      title: hasCurves ? "" : "Responses along each axis, over all values of the others",
      panels: panels, columns: AnalysedSweep.columns(for: factors.count),
      legend: hasCurves ? settings(others.compactMap(\.self)) : legend)
  }

  private func settings(_ families: [[Family]]) -> [PlotData.LegendEntry] {
    families.enumerated().flatMap { place, families in
      families.count < 2
        ? []
        : families.enumerated().map { index, family in
          PlotData.LegendEntry(
            label: family.label,
            color: Self.color(index, of: families.count, isFirst: place == 0), mark: .linePoints)
        }
    }
  }

  private var legend: [PlotData.LegendEntry] {
    [
      PlotData.LegendEntry(label: "median", color: Palette.run(0), mark: .linePoints),
      PlotData.LegendEntry(label: "middle 80 % of the points", color: Palette.run(0), mark: .band),
    ]
  }

  // MARK: - Curves

  /// Points with the same setting of the other axes.
  private struct Family: Equatable {
    let label: String
    let points: [Int]
  }

  /// Nil where the others have too many settings for curves, or the axis is a sample.
  private func families(without place: Int) -> [Family]? {
    guard sweep.hasLevels else { return nil }
    let others = sweep.factors.indices.filter { $0 != place && sweep.factors[$0].groups.count > 1 }
    var members: [[Int]: [Int]] = [:]
    for point in sweep.factors[place].values.indices {
      members[others.map { sweep.factors[$0].group[point] }, default: []].append(point)
      if members.count > Self.mostCurves { return nil }
    }
    let names = sweep.factorNames
    return members.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, points in
      let parts = zip(others, key).map { other, group in
        names[other] + " = " + Self.told(sweep.factors[other], group)
      }
      return Family(label: parts.joined(separator: ", "), points: points)
    }
  }

  private static func told(_ factor: Factor, _ group: Int) -> String {
    let level = factor.groups[group]
    guard level.text == nil else { return level.text ?? "" }
    return (GnuplotScript.number(level.center) + " " + UnitText.shown(factor.unit)).trimmed
  }

  /// Settings of the second axis are warm, those of the first are cool.
  private static func color(_ index: Int, of count: Int, isFirst: Bool) -> Palette.Color {
    guard count > 1 else { return Palette.run(0) }
    return isFirst ? Palette.step(index, of: count) : Palette.coolStep(index, of: count)
  }

  private func curves(
    _ response: AnalysedSweep.Response, _ place: Int, _ families: [Family], isFirst: Bool
  ) -> PlotData.Panel {
    let factor = sweep.factors[place]
    let curves = families.enumerated().map { index, family in
      let points = family.points.filter { response.values[$0].isFinite }
        .sorted { factor.values[$0] < factor.values[$1] }
      return Curve(
        label: family.label,
        color: Self.color(index, of: families.count, isFirst: isFirst),
        mark: factor.isText ? .points : .linePoints, x: points.map { factor.values[$0] },
        y: points.map { response.values[$0] })
    }
    return PlotData.Panel(
      x: sweep.axis(of: place),
      y: AnalysedSweep.axis(response.label, response.unit, response.values),
      curves: curves)
  }

  // MARK: - Bands

  private func band(_ response: AnalysedSweep.Response, _ place: Int) -> PlotData.Panel {
    let factor = sweep.factors[place]
    var values = [[Double]](repeating: [], count: factor.groups.count)
    for (value, group) in zip(response.values, factor.group) where value.isFinite {
      values[group].append(value)
    }
    let groups = factor.groups.indices.filter { !values[$0].isEmpty }
    let sorted = groups.map { values[$0].sorted() }
    let x = groups.map { factor.groups[$0].center }
    let median = sorted.map { Optional(Self.quantile(0.5, of: $0)) }
    let interval = sorted.map { Optional(Self.quantile(0.1, of: $0)...Self.quantile(0.9, of: $0)) }
    var curves = [
      Curve(
        label: "middle 80 %", color: Palette.run(0), mark: .band, x: x, y: median,
        interval: interval),
      Curve(
        label: "median", color: Palette.run(0), mark: factor.isText ? .points : .linePoints, x: x,
        y: median),
    ]
    if factor.isText { curves.removeFirst() }
    if !sweep.hasLevels || factor.isText, response.values.count <= Self.mostPoints {
      curves.insert(
        Curve(
          label: "points", color: Palette.run(7), mark: .specks, x: factor.values,
          y: response.values.map { $0.isFinite ? $0 : nil }), at: 0)
    }
    let shown =
      curves.count > 2
      ? response.values
      : sorted.flatMap { values in
        [Self.quantile(0.1, of: values), Self.quantile(0.9, of: values)]
      }
    return PlotData.Panel(
      x: sweep.axis(of: place),
      y: AnalysedSweep.axis(response.label, response.unit, shown), curves: curves)
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
