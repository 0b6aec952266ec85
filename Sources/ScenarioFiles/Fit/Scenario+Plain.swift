extension Scenario {
  /// The experiment and its instruments alone, without `[fit]` and `[sweep]`: what a run at other values
  /// needs to read, in a fraction of the time.
  public func plain() throws(ScenarioError) -> Scenario {
    var plain = document
    plain.table.remove("fit")
    plain.table.remove("sweep")
    return try Scenario(plain)
  }
}
