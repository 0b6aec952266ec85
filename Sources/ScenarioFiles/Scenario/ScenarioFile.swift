/// A file that a scenario was read from, with its text as it was.
public struct ScenarioFile: Sendable, Hashable {
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension ScenarioFile {
  /// The scenario at a path, with values put in the place of others.
  public static func load(_ path: String, overrides: [ScenarioOverride] = [])
    throws(ScenarioError) -> Scenario
  {
    try Scenario.load(path, overrides: overrides)
  }
}
