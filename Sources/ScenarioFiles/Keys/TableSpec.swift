/// A table of a scenario, described once: reading, schema, template and messages follow from this.
public struct TableSpec: Sendable {
  /// The keys that come with one choice of a law.
  public struct Variants: Sendable {
    /// The key that chooses.
    public let selector: KeySpec
    public let cases: [(name: String, doc: String, keys: [KeySpec])]
  }

  /// As it stands in its brackets, "flask.heat".
  public let name: String
  public let doc: String
  public let keys: [KeySpec]
  public let variants: Variants?

  init(_ name: String, _ doc: String, _ keys: [KeySpec], variants: Variants? = nil) {
    self.name = name
    self.doc = doc
    self.keys = keys
    self.variants = variants
  }

  /// The keys of a table whose choice of a law is known or not.
  func keys(choosing law: String?) -> [KeySpec] {
    guard let variants else { return keys }
    let own = variants.cases.first { $0.name == law }?.keys ?? []
    return [variants.selector] + own + keys
  }

  /// Every key that any choice knows.
  var everyKey: [KeySpec] {
    var seen = Set<String>()
    return (keys(choosing: nil) + (variants?.cases.flatMap(\.keys) ?? []))
      .filter { seen.insert($0.name).inserted }
  }
}
