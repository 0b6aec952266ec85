/// A value put in the place of another, by `--set` or by a sweep.
public struct ScenarioOverride: Sendable {
  public let path: String
  let node: Node
  let pathPlace: Place

  /// A path and a value; the value is TOML where it reads as such, else a plain text.
  public init(_ path: String, _ value: String) {
    let source = Source(.option, name: "--set", text: "\(path)=\(value)")
    let length = path.unicodeScalars.count
    self.path = path
    pathPlace = Place(source, line: 1, column: 1, length: length)
    node = TOMLText.value(
      of: value, in: source,
      at: Place(source, line: 1, column: length + 2, length: value.unicodeScalars.count))
  }

  /// What `--set` was given, "a.b[0].c=VALUE".
  public init(option: String) throws(ScenarioError) {
    guard let sign = option.firstIndex(of: "="), sign != option.startIndex else {
      let source = Source(.option, name: "--set", text: option)
      throw .bad([
        ScenarioDiagnostic(
          "\"\(option)\" sets nothing", hint: "write --set run.duration=\"10 min\"",
          at: Place(source, line: 1, column: 1, length: option.count))
      ])
    }
    let value = option[option.index(after: sign)...]
    self.init(option[..<sign].trimmed, value.trimmed)
  }

  init(_ path: String, at pathPlace: Place, _ node: Node) {
    self.path = path
    self.pathPlace = pathPlace
    self.node = node
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
