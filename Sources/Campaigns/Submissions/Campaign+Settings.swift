extension Campaign {
  /// Refuses settings of a retry that the scenario does not know, or that are swept.
  public func check(_ settings: [Override], by runner: some PointRunner) throws(CampaignError) {
    guard !settings.isEmpty else { return }
    if let swept = settings.first(where: { points.paths.contains($0.path) }) {
      throw .badSetting(
        "--set \(swept.path): it is swept, and every point has its own; "
          + "change what all points share")
    }
    do throws(PointFailure) {
      _ = try runner.resolvedText(setting: points.overrides(at: 0) + settings)
    } catch {
      guard case .failed(let reason, _) = error else { throw .interrupted }
      throw .badSetting(reason)
    }
  }
}
