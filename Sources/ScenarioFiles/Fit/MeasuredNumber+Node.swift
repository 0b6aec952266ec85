import Units

extension MeasuredNumber {
  /// What a value of a scenario says; nil where it is no number and no quantity.
  init?(_ node: Node, in unit: String?, isStep: Bool) throws(UnitsError) {
    switch node.value {
    case .string(let text): try self.init(text, in: unit, isStep: isStep)
    case .integer(let number): try self.init("\(number)", in: unit)
    case .number(let number): try self.init("\(number)", in: unit)
    case .table(let table):
      guard let value = table["value"] else { return nil }
      try self.init(value, in: unit, isStep: isStep)
    default: return nil
    }
  }
}
