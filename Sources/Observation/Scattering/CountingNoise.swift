public import Sampling

/// Photons of a virtual experiment, counted: each number is Poisson's around its mean.
public struct CountingNoise: Sendable, Hashable {
  /// Counts of a point where the intensity is one per metre.
  public var counts: Double

  public init(counts: Double) {
    self.counts = counts
  }

  /// A measured intensity and its standard deviation, which is that of one count where none came.
  public func measured(
    _ intensity: Double, from stream: inout RandomStream
  ) -> (intensity: Double, sd: Double) {
    let number = Double(stream.poisson(max(0, intensity) * counts))
    return (number / counts, max(1, number).squareRoot() / counts)
  }
}
