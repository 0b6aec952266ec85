/// A table of a scenario, described once: reading, schema, template and messages follow from this.
///
/// A description and those of its keys are shared by all that is read after them, not copied.
public final class TableSpec: Sendable {
  /// Choices of a law.
  public struct Variants: Sendable {
    /// The key that chooses.
    public let selector: KeySpec
    public let cases: [Case]
  }

  /// One choice, with the keys that come with it.
  public struct Case: Sendable {
    public let name: String
    public let doc: String
    public let keys: [KeySpec]
    /// What is to be chosen in turn, in the same table.
    public let inner: Variants?
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

  /// The keys of a table, whose choices are known from the outermost in as far as they are.
  func keys(choosing cases: [Case]) -> [KeySpec] {
    guard let variants else { return keys }
    return [variants.selector] + cases.flatMap(\.ownKeys) + keys
  }

  /// Every key that any choice knows.
  var everyKey: [KeySpec] {
    var seen = Set<String>()
    return keys(choosing: variants?.cases ?? []).filter { seen.insert($0.name).inserted }
  }
}

extension TableSpec.Case {
  /// The keys of the choice, with the one that chooses further.
  var ownKeys: [KeySpec] { (inner.map { [$0.selector] } ?? []) + keys }
}
