import Foundation
import Units

/// The picture of a sweep: what came out against one swept axis, a curve for each value of the
/// others.
public struct SweepPicture: Sendable {
  private let table: SweptTable
  private let abscissa: Int
  private let others: [Int]

  /// Reads the table of a sweep; the axis drawn is the first swept one, or that of the path given.
  public init(csv text: String, path: String, against axis: String? = nil) throws(ReportError) {
    let table = try SweptTable(text, path: path)
    self.table = table
    let swept = table.swept
    guard let first = swept.first else {
      throw .badTable(place: path, reason: "no column is a swept path such as flask.temperature")
    }
    guard let axis else {
      abscissa = first
      others = Array(swept.dropFirst())
      return
    }
    guard let chosen = swept.first(where: { table.heads[$0].name == axis }) else {
      let advice = NearestName.advice(on: axis, among: swept.map { table.heads[$0].name })
      throw .badTable(place: path, reason: "nothing swept is called \"\(axis)\"; \(advice)")
    }
    abscissa = chosen
    others = swept.filter { $0 != chosen }
  }

  /// The picture.
  public var plot: PlotData {
    let outputs = [("radius_mean", "mean radius at the end"), ("number", "number at the end")]
    let families = families
    let panels = outputs.compactMap { name, quantity in
      panel(name, quantity, families)
    }
    let legend = families.enumerated().map { index, family in
      PlotData.LegendEntry(
        label: family.label, color: color(index, of: families.count), mark: mark)
    }
    return PlotData(
      title: "", panels: panels, columns: max(1, panels.count),
      legend: families.count > 1 ? legend : [])
  }

  /// Points that share the values of all axes but the one drawn.
  private struct Family {
    var label: String
    var key: [Double]
    var rows: [SweptTable.Row]
  }

  /// The other axes but those that go in step with the one drawn, as in a zip.
  private var independent: [Int] {
    others.filter { column in
      var seen: [String: String] = [:]
      return table.rows.contains { row in
        let (place, value) = (row.fields[abscissa], row.fields[column])
        return seen.updateValue(value, forKey: place).map { $0 != value } ?? false
      }
    }
  }

  /// Lines join points of a grid, or of axes that rise and fall together; a sample of many axes is a
  /// cloud.
  private var mark: Curve.Mark {
    let places = table.rows.compactMap { row in Double(row.fields[abscissa]).map { ($0, row) } }
      .sorted { $0.0 < $1.0 }
    let inStep = others.filter { !independent.contains($0) }
    let isCloud = inStep.contains { column in
      let values = places.compactMap { Double($0.1.fields[column]) }
      let steps = zip(values, values.dropFirst()).map { $1 - $0 }
      return steps.contains { $0 > 0 } && steps.contains { $0 < 0 }
    }
    return isCloud ? .points : .linePoints
  }

  private var families: [Family] {
    let independent = independent
    var found: [[String]: [SweptTable.Row]] = [:]
    for row in table.rows where row.isDone {
      found[independent.map { row.fields[$0] }, default: []].append(row)
    }
    return found.map { values, rows in
      let parts = zip(independent, values).map { column, value in
        "\(table.heads[column].leaf) = \(readable(value)) \(UnitText.shown(table.heads[column].unit))"
          .trimmed
      }
      return Family(
        label: parts.joined(separator: ", "), key: values.map { Double($0) ?? 0 }, rows: rows)
    }
    .sorted {
      $0.key.lexicographicallyPrecedes($1.key) || ($0.key == $1.key && $0.label < $1.label)
    }
  }

  private func color(_ index: Int, of count: Int) -> Palette.Color {
    count > 1 ? Palette.step(index, of: count) : Palette.run(0)
  }

  private func panel(
    _ name: String, _ quantity: String, _ families: [Family]
  ) -> PlotData.Panel? {
    guard let column = table.heads.firstIndex(where: { $0.name == name }) else { return nil }
    let curves = families.enumerated().map { index, family in
      curve(of: column, family, color: color(index, of: families.count))
    }
    let values = curves.flatMap(\.y).compactMap(\.self)
    let head = table.heads[abscissa]
    let places = Array(Set(curves.flatMap(\.x))).sorted()
    return PlotData.Panel(
      x: Self.axis(head, places),
      y: .fitting(
        quantity, table.heads[column].unit ?? "1", values, logFrom: 30, decades: 12),
      curves: curves)
  }

  /// The mean over replicates, in the order of the axis.
  private func curve(of column: Int, _ family: Family, color: Palette.Color) -> Curve {
    var values: [Double: [Double]] = [:]
    for row in family.rows {
      guard let x = Double(row.fields[abscissa]), let y = Double(row.fields[column]) else {
        continue
      }
      values[x, default: []].append(y)
    }
    let places = values.keys.sorted()
    return Curve(
      label: family.label, color: color, mark: mark, x: places,
      y: places.map { place in values[place].map { $0.reduce(0, +) / Double($0.count) } })
  }

  /// The axis through all places, with some air at its ends.
  private static func axis(_ head: ColumnHead, _ places: [Double]) -> PlotAxis {
    let isLog = isSpacedByFactors(places)
    var axis = PlotAxis(head.leaf, head.unit ?? "1", scale: isLog ? .log : .linear)
    guard let first = places.first, let last = places.last, first < last else { return axis }
    let air = 0.04
    axis.minimum = isLog ? first * pow(first / last, air) : first - air * (last - first)
    axis.maximum = isLog ? last * pow(last / first, air) : last + air * (last - first)
    return axis
  }

  /// Whether factors between neighbours vary less than distances do.
  private static func isSpacedByFactors(_ places: [Double]) -> Bool {
    guard places.count > 1, let first = places.first, let last = places.last, first > 0,
      last / first >= 5
    else { return false }
    let steps = zip(places, places.dropFirst())
    let factors = steps.map { log($1 / $0) }
    let distances = steps.map { $1 - $0 }
    return unevenness(factors) <= unevenness(distances)
  }

  private static func unevenness(_ steps: [Double]) -> Double {
    guard let smallest = steps.min(), let largest = steps.max(), smallest > 0 else { return 1 }
    return largest / smallest
  }

  private func readable(_ value: String) -> String {
    Double(value).map { String(format: "%.5g", $0) } ?? value
  }
}
