import Kinetics
import Units

extension ScenarioReader {
  /// A number with its unit, in SI.
  mutating func quantity(_ node: Node, _ dimension: Dimension, _ bound: Bound) -> Double? {
    guard let text = quantityText(node, dimension) else { return nil }
    do throws(UnitsError) {
      let value = try dimension.parse(text)
      return isSensible(value, text, dimension, bound, at: node.place) ? value : nil
    } catch {
      self.error(error.description, hint: error.hint, at: node.place)
      return nil
    }
  }

  /// A value that may change with temperature: plain, or `{ value, at, <energy> }`.
  mutating func coefficient(
    _ node: Node, named name: String, _ dimension: Dimension, _ bound: Bound,
    energy energyKey: String
  ) -> Coefficient? {
    guard case .table(let table) = node.value else {
      return quantity(node, dimension, bound).map { Coefficient($0) }
    }
    let spec = TableSpec(
      name, "",
      [
        KeySpec("value", .quantity(dimension, bound), .required, ""),
        KeySpec("at", .quantity(.temperature), .optional, ""),
        KeySpec(energyKey, .quantity(.energyPerAmount), .optional, ""),
      ])
    let reading = self.table(table, at: node.place, as: spec, path: name)
    guard let value = reading.quantity("value") else { return nil }
    if reading.has(energyKey), !reading.has("at") {
      error(
        "\"\(energyKey)\" needs \"at\", the temperature at which the value holds",
        hint: "for example at = \"240 degC\"", at: reading.place(energyKey))
      return nil
    }
    return Coefficient(
      value, at: reading.quantity("at"), energy: reading.quantity(energyKey) ?? 0)
  }

  private mutating func quantityText(_ node: Node, _ dimension: Dimension) -> String? {
    switch node.value {
    case .string(let text): return text
    case .integer, .number:
      let number = node.literal
      if dimension == .dimensionless { return number }
      error(
        "\(number) has no unit; \(dimension.withArticle) is needed",
        hint: "write it with its unit, for example \"\(dimension.example)\"", at: node.place)
      return nil
    default:
      error(
        "\(dimension.withArticle) is needed, not \(node.description)",
        hint: "for example \"\(dimension.example)\"", at: node.place)
      return nil
    }
  }

  private mutating func isSensible(
    _ value: Double, _ text: String, _ dimension: Dimension, _ bound: Bound, at place: Place
  ) -> Bool {
    if dimension == .temperature {
      guard value > 0 else {
        error("\"\(text)\" is not above absolute zero", hint: "0 K is -273.15 degC", at: place)
        return false
      }
    }
    guard bound.allows(value) else {
      error(
        "\(dimension.withArticle) of \"\(text)\" makes no sense here",
        hint: "it must be \(bound.demand)", at: place)
      return false
    }
    return true
  }
}
