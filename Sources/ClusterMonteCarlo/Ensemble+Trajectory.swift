import Kinetics
public import Synthesis

extension Ensemble {
  /// The liquid of all replicates poured together, as one flask over time.
  ///
  /// What is counted per volume is the mean over replicates, and radii have mean and spread over the
  /// crystals of all of them: what a balance gives, which a mean of the replicates' own means and
  /// spreads is not where each holds few crystals. `spread(of:at:)` tells of the replicates.
  public func trajectory(of network: ReactionNetwork) -> Trajectory {
    let units = network.species.map(\.units)
    let frames = times.indices.map { output in
      let parts = self.frames(at: output)
      let share = 1 / Double(parts.count)
      var frame = Frame.mixture(
        of: parts.map { (share, $0) }, at: times[output], units: units)
      frame.growthRate = Self.mean(parts, \.growthRate)
      frame.criticalRadius = Self.mean(parts, \.criticalRadius)
      return frame
    }
    return Trajectory(
      speciesNames: speciesNames, frames: frames, distributions: sizes,
      sizes: fineSizes,
      statistics: statistics, interruption: interruption)
  }

  /// The mean where it exists in any replicate.
  private static func mean(_ frames: [Frame], _ value: KeyPath<Frame, Double?>) -> Double? {
    let values = frames.compactMap { $0[keyPath: value] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private var statistics: RunStatistics {
    var statistics = RunStatistics()
    statistics.wallTime = wallTime
    for replicate in replicates {
      statistics.largestCluster = max(
        statistics.largestCluster, replicate.statistics.largestParticle)
      for frame in replicate.frames {
        statistics.matterDefect = max(statistics.matterDefect, abs(frame.matterDefect))
      }
    }
    return statistics
  }
}
