import ScenarioFiles

extension Array {
  /// Frames that share a scale.
  func together(_ series: FitSeries) -> [[Element]] {
    series.scale == .frames ? map { [$0] } : [self]
  }
}

extension FitSeries {
  /// What a target that begins at a time is called.
  func name(from time: Double?) -> String {
    guard scale == .frames, let time else { return name }
    return "\(name), \(time) s"
  }
}
