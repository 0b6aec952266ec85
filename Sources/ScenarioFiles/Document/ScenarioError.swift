/// Why there is no scenario.
public enum ScenarioError: Error, Sendable {
  /// A file that is not there, with what needed it.
  case missing(ScenarioDiagnostic)
  /// All that is wrong with a scenario.
  case bad([ScenarioDiagnostic])

  public var diagnostics: [ScenarioDiagnostic] {
    switch self {
    case .missing(let diagnostic): [diagnostic]
    case .bad(let diagnostics): diagnostics
    }
  }
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
