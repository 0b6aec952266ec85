/// A swept path as a column of the table: numbers in one unit where all its values are quantities
/// of one kind, text otherwise.
struct SweptColumn: Sendable, Equatable {
  let head: ColumnName
  /// From numbers in the units that values are written in to the unit of the column.
  private let lines: [String: Line]

  private struct Line: Equatable {
    var zero: Double
    var size: Double
  }

  /// Looks at all values, reading each unit once.
  init(_ path: String, values: some Sequence<String>, units: some QuantityConverter) {
    var unit: String?
    var lines: [String: Line] = [:]
    for value in values {
      guard let quantity = QuantityText(value) else {
        self.init(ColumnName(name: path, unit: nil), [:])
        return
      }
      let own = unit ?? quantity.unit
      unit = own
      guard lines[quantity.unit] == nil else { continue }
      guard let line = Self.line(from: quantity.unit, to: own, units) else {
        self.init(ColumnName(name: path, unit: nil), [:])
        return
      }
      lines[quantity.unit] = line
    }
    self.init(ColumnName(name: path, unit: unit.map { $0.isEmpty ? "1" : $0 }), lines)
  }

  private init(_ head: ColumnName, _ lines: [String: Line]) {
    self.head = head
    self.lines = lines
  }

  /// The number of a value in the unit of the column; nothing in a column of text.
  func number(_ value: String) -> Double? {
    guard let quantity = QuantityText(value), let line = lines[quantity.unit] else { return nil }
    guard line != Line(zero: 0, size: 1) else { return quantity.number }
    return Interval.rounded(line.zero + quantity.number * line.size)
  }

  private static func line(from unit: String, to own: String, _ units: some QuantityConverter)
    -> Line?
  {
    guard unit != own else { return Line(zero: 0, size: 1) }
    guard !unit.isEmpty, !own.isEmpty, let target = try? units.line(of: own),
      let zero = try? units.siValue(of: "0 \(unit)", comparableTo: own),
      let one = try? units.siValue(of: "1 \(unit)", comparableTo: own)
    else { return nil }
    return Line(zero: (zero - target.zero) / target.size, size: (one - zero) / target.size)
  }
}
