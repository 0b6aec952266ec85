import Units

/// What was measured in a flask, to lie as points over what was computed.
///
/// Read from comma-separated columns `time [s], radius_mean [nm]`, named as in the summary of a
/// result; `radius_mean_error [nm]` beside it gives error bars, and a diameter is halved.
public struct MeasuredSeries: Sendable, Equatable {
  /// One measured quantity.
  public struct Column: Sendable, Equatable {
    /// As in the summary of a result.
    public var name: String
    public var values: [Double?]
    public var errors: [Double?]?
  }

  public var label: String
  /// s.
  public var times: [Double]
  public var columns: [Column]

  /// Reads a table, whose units may be any of the right dimension.
  public init(csv text: String, label: String, path: String) throws(ReportError) {
    let table = try MeasuredTable(text, path: path)
    self.label = label
    times = try table.times()
    columns = try table.columns()
  }

  /// The column of this name.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }
}

/// The text of a measured series, column by column.
private struct MeasuredTable {
  private let path: String
  private let heads: [ColumnHead]
  private let records: ArraySlice<DelimitedText.Record>
  private let headLine: Int

  /// The units in which pictures draw what can be measured.
  private static let units = [
    "radius_mean": "nm", "radius_sd": "nm", "dispersion": "1", "number": "1/m^3",
    "solute": "mol/m^3", "supersaturation": "1",
  ]

  init(_ text: String, path: String) throws(ReportError) {
    let records = DelimitedText(text).records
    guard let head = records.first else {
      throw .badTable(place: path, reason: "the file holds no table")
    }
    self.path = path
    self.records = records.dropFirst()
    headLine = head.line
    heads = head.fields.map(ColumnHead.init)
    for record in self.records where record.fields.count != heads.count {
      throw .badTable(
        place: "\(path):\(record.line)",
        reason: "\(record.fields.count) fields where the head names \(heads.count)")
    }
  }

  func times() throws(ReportError) -> [Double] {
    guard let index = heads.firstIndex(where: { $0.name == "time" }) else {
      throw fault("no column is called \"time\"; write it as \"time [s]\"")
    }
    var times: [Double] = []
    for (record, value) in zip(records, try values(of: index, in: "s")) {
      guard let value else {
        throw .badTable(place: "\(path):\(record.line)", reason: "the time is missing")
      }
      times.append(value)
    }
    return times
  }

  func columns() throws(ReportError) -> [MeasuredSeries.Column] {
    var columns: [MeasuredSeries.Column] = []
    for (index, head) in heads.enumerated() {
      guard let (name, unit, factor) = quantity(head.name) else { continue }
      let values = try values(of: index, in: unit).map { $0.map { $0 * factor } }
      var errors: [Double?]?
      if let place = heads.firstIndex(where: { $0.name == head.name + "_error" }) {
        errors = try self.values(of: place, in: unit).map { $0.map { $0 * factor } }
      }
      columns.append(MeasuredSeries.Column(name: name, values: values, errors: errors))
    }
    guard !columns.isEmpty else {
      let known = Self.units.keys.sorted().joined(separator: ", ")
      throw fault("no column can be drawn; known: \(known), diameter_mean, diameter_sd")
    }
    return columns
  }

  private func quantity(_ name: String) -> (name: String, unit: String, factor: Double)? {
    if let unit = Self.units[name] { return (name, unit, 1) }
    let radius = name.replacing("diameter_", with: "radius_")
    return radius != name ? Self.units[radius].map { (radius, $0, 0.5) } : nil
  }

  private func values(of index: Int, in unit: String) throws(ReportError) -> [Double?] {
    let written = try writtenUnit(of: index, for: unit)
    let dimension = Dimension("quantity", unit: unit, example: "1 \(unit)")
    let scale: Double
    do {
      scale = try written == "1" ? 1 : dimension.parse("1 \(written)")
    } catch {
      throw fault("column \"\(heads[index].name)\": \(error)")
    }
    var values: [Double?] = []
    for record in records {
      let field = record.fields[index]
      guard let value = Double(field) ?? (field.isEmpty ? .nan : nil) else {
        throw .badTable(
          place: "\(path):\(record.line)", reason: "\"\(field)\" is not a number")
      }
      values.append(value.isFinite ? value * scale : nil)
    }
    return values
  }

  private func writtenUnit(of index: Int, for unit: String) throws(ReportError) -> String {
    if let written = heads[index].unit { return written }
    guard unit == "1" else {
      let name = heads[index].name
      throw fault("column \"\(name)\" names no unit; write it as \"\(name) [\(unit)]\"")
    }
    return "1"
  }

  private func fault(_ reason: String) -> ReportError {
    .badTable(place: "\(path):\(headLine)", reason: reason)
  }
}
