import ScenarioFiles

/// A point of a scenario's `[sweep]`: its place on the first axis, and its scenario.
struct SweepPoint {
  ///
  /// Nil where the axis holds no numbers but names.
  let axis: Double?
  /// The level of the first axis as the scenario writes it.
  let text: String
  let scenario: Scenario

  static func all(of scenario: Scenario) throws(CaseError) -> [SweepPoint] {
    guard let sweep = scenario.sweep, let first = sweep.axes.first,
      case .values(let texts) = first.levels, texts.count > 1,
      sweep.axes.count == 1 || sweep.design == .zip
    else {
      throw .bad("a case needs [sweep] with one axis, or zipped ones, of at least two values")
    }
    return try texts.indices.map { (index) throws(CaseError) in
      try point(index, texts[index], of: sweep, scenario)
    }
  }

  private static func point(
    _ index: Int, _ text: String, of sweep: SweepPlan, _ scenario: Scenario
  ) throws(CaseError) -> SweepPoint {
    let overrides = sweep.axes.compactMap { axis -> ScenarioOverride? in
      guard case .values(let texts) = axis.levels else { return nil }
      return ScenarioOverride(axis.path, texts[index])
    }
    guard overrides.count == sweep.axes.count else {
      throw .bad("a sweep of a case lists the values of its axes")
    }
    let number = text.split(separator: " ").first.flatMap { Double($0) }
    do throws(ScenarioError) {
      return SweepPoint(
        axis: number, text: text, scenario: try scenario.with(overrides))
    } catch {
      throw CaseError(error)
    }
  }
}
