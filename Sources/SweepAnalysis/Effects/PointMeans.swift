/// Values of points whose runs were repeated: means over the runs, with their standard errors.
public struct PointMeans: Sendable {
  /// Of every point; not a number where no run has a value.
  public let values: [Double]
  /// Nil for points with fewer than two values.
  public let standardErrors: [Double?]

  /// - Parameters:
  ///   - runs: of every run, those of a point one after the other; not finite where there is none.
  ///   - replicates: runs of a point.
  public init(runs: [Double], replicates: Int) {
    guard replicates > 1 else {
      values = runs.map { $0.isFinite ? $0 : .nan }
      standardErrors = [Double?](repeating: nil, count: runs.count)
      return
    }
    let tallies = stride(from: 0, to: runs.count, by: replicates).map { start in
      Tally(runs[start..<min(start + replicates, runs.count)].filter(\.isFinite))
    }
    values = tallies.map { $0.count > 0 ? $0.mean : .nan }
    standardErrors = tallies.map(\.standardError)
  }
}
