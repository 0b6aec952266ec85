/// A TOML file of any kind, with the place of everything in it.
public enum TOMLFile {
  /// The table that a file holds, and the place of its first character.
  public static func read(_ path: String) throws(ScenarioError) -> (table: Table, start: Place) {
    let source = try ScenarioText.source(at: path)
    return (try TOMLText.table(of: source), Place(source, line: 1, column: 1))
  }
}
