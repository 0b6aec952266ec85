/// The tables of a scenario that overrides leave as they were, so that a point of a sweep need not read
/// them again.
struct KnownReadings: Sendable {
  private let root: TableReading
  private let parts: [String: String]
  private let touched: Set<String>

  /// - Parameters:
  ///   - root: of a scenario without faults.
  ///   - parts: what the text of the experiment says of its tables.
  ///   - overrides: what is put in the place of its values.
  init?(
    of root: TableReading, parts: [String: String], under overrides: [ScenarioOverride]
  ) {
    var touched: Set<String> = []
    for override in overrides {
      let path = try? KeyPathText(override.path, at: override.pathPlace)
      guard let first = path?.steps.first, case .key(let key) = first else { return nil }
      touched.insert(key)
    }
    // What a species is worth follows from the formula of the solid where nothing else says it.
    if !touched.isDisjoint(with: Self.formulas) { touched.formUnion(Self.formulas) }
    self.root = root
    self.parts = parts
    self.touched = touched
  }

  private static let formulas: Set = ["material", "species"]

  subscript(key: String) -> Reading? { touched.contains(key) ? nil : root[key] }

  /// What the text of the experiment says of a table.
  func part(_ key: String) -> String? { touched.contains(key) ? nil : parts[key] }
}
