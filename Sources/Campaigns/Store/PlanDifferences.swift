import Results

/// What keeps an order from continuing a planned campaign, in words.
enum PlanDifferences {
  static func between(_ plan: Plan, _ order: CampaignOrder, in directory: CampaignDirectory)
    throws(CampaignError) -> [String]
  {
    var differences: [String] = []
    if plan.format != Plan.format || plan.formatVersion != Plan.formatVersion {
      differences.append(
        "format: \(plan.format) \(plan.formatVersion) there, "
          + "\(Plan.format) \(Plan.formatVersion) now")
    }
    if plan.inputs != order.inputs.map(PlannedInput.init) {
      differences.append("files that the scenario names: other names or contents than there")
    }
    if plan.creator != order.creator {
      differences.append("program: \(plan.creator) there, \(order.creator) now")
    }
    if plan.design != order.design {
      differences += designDifferences(plan.design, order.design)
    }
    if plan.resolvedSHA256 != SHA256.digits(of: order.resolvedText) {
      let old = try SystemFile.contents(of: directory.resolvedScenario)
      differences += lineDifferences(String(decoding: old, as: UTF8.self), order.resolvedText)
    }
    return differences
  }

  private static func designDifferences(_ old: Design, _ new: Design) -> [String] {
    var differences: [String] = []
    if old.seed != new.seed { differences.append("sweep seed: \(old.seed) there, \(new.seed) now") }
    if old.replicates != new.replicates {
      differences.append("replicates: \(old.replicates) there, \(new.replicates) now")
    }
    if old.kind.name != new.kind.name {
      differences.append("design: \(old.kind.name) there, \(new.kind.name) now")
    } else if old.kind != new.kind {
      differences.append("design: other axes, values or number of samples than there")
    }
    return differences
  }

  private static func lineDifferences(_ old: String, _ new: String) -> [String] {
    let limit = 10
    let oldLines = old.split(separator: "\n")
    let newLines = new.split(separator: "\n")
    let changes = newLines.difference(from: oldLines)
    let removed = changes.removals.map { change -> String in
      guard case .remove(_, let line, _) = change else { return "" }
      return "there: \(line)"
    }
    let inserted = changes.insertions.map { change -> String in
      guard case .insert(_, let line, _) = change else { return "" }
      return "now:   \(line)"
    }
    let lines = removed + inserted
    guard !lines.isEmpty else { return ["scenario: other spacing or order of lines"] }
    return lines.prefix(limit) + (lines.count > limit ? ["and \(lines.count - limit) more"] : [])
  }
}
