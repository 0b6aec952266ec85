extension Scenario {
  /// The resolved text without `[sweep.batch]`, which may change while a sweep is under way.
  public var plannedText: String {
    var isLeftOut = false
    var kept: [Substring] = []
    for line in resolvedText().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("[") { isLeftOut = line == "[sweep.batch]" }
      if !isLeftOut { kept.append(line) }
    }
    return kept.joined(separator: "\n")
  }
}
