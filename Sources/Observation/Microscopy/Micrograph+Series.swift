import RealModule
import Sampling
public import Synthesis

extension Micrograph {
  /// The histograms of a run, frame by frame.
  ///
  /// - Parameters:
  ///   - floor: the radius (m) from which on a particle is a crystal.
  ///   - seed: of the draws, of which each frame has a stream of its own.
  public func series(of trajectory: Trajectory, floor: Double, seed: UInt64) -> MicrographSeries {
    let bins = SizeBins(of: trajectory.sizes)
    let frames = trajectory.sizes.numbers.enumerated().map { place, numbers in
      var stream = RandomStream(seed: seed, replicate: Self.firstStream + place)
      return diameters(of: numbers, in: bins, floor: floor, from: &stream)
    }
    return MicrographSeries(
      times: trajectory.frames.map(\.time), binWidth: binWidth, diameters: frames)
  }

  /// Streams of realizations start from zero, those of scattering from 2^30.
  private static let firstStream = 3 << 29
}

/// Measured diameters over time.
public struct MicrographSeries: Sendable {
  /// s.
  public let times: [Double]
  /// m.
  public let binWidth: Double
  /// Of each frame, m; none where there were no crystals.
  public let diameters: [[Double]]

  /// The middles of the classes, m, from the smallest diameter to the largest of all frames.
  public var classes: [Double] {
    let places = diameters.flatMap(\.self).map { ($0 / binWidth).rounded(.down) }
    guard let first = places.min(), let last = places.max() else { return [] }
    return (0...Int(last - first)).map { (first + Double($0) + 0.5) * binWidth }
  }

  /// How many diameters of each frame fall into each class.
  public var counts: [[Double]] {
    let classes = classes
    guard let first = classes.first else { return diameters.map { _ in [] } }
    return diameters.map { row in
      var counts = [Double](repeating: 0, count: classes.count)
      for diameter in row {
        let place = ((diameter / binWidth).rounded(.down) + 0.5 - first / binWidth).rounded()
        counts[min(max(0, Int(place)), counts.count - 1)] += 1
      }
      return counts
    }
  }

  /// Of each frame: mean and standard deviation (n - 1) of the diameter, m; nil below two crystals.
  public var moments: [(mean: Double, sd: Double)?] {
    diameters.map { row in
      guard row.count > 1 else { return nil }
      let mean = row.reduce(0, +) / Double(row.count)
      let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(row.count - 1)).squareRoot())
    }
  }
}
