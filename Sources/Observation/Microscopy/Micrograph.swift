import RealModule
public import Sampling

/// Crystals as a microscope shows them: so many, drawn from all by chance, each measured with an error.
public struct Micrograph: Sendable, Hashable {
  /// How many crystals are measured.
  public var count: Int
  /// The standard deviation of a measured diameter, m.
  public var error: Double
  /// The width of the classes of the histogram, m.
  public var binWidth: Double

  public init(count: Int, error: Double = 0, binWidth: Double) {
    self.count = count
    self.error = error
    self.binWidth = binWidth
  }

  /// Measured diameters, m; none where there are no crystals.
  ///
  /// - Parameter floor: the radius (m) from which on a particle is a crystal.
  public func diameters(
    of numbers: [Double], in bins: SizeBins, floor: Double, from stream: inout RandomStream
  ) -> [Double] {
    var below = 0.0
    let sums = zip(numbers, bins.bounds).map { number, bounds in
      let middle = 0.5 * (bounds.lowerBound + bounds.upperBound)
      below += middle >= floor ? max(0, number) : 0
      return below
    }
    guard below > 0 else { return [] }
    return (0..<count).map { _ in
      let target = stream.uniform() * below
      let bounds = bins.bounds[min(sums.partitioningIndex { $0 > target }, bins.count - 1)]
      let width = bounds.upperBound - bounds.lowerBound
      let diameter = 2 * (bounds.lowerBound + stream.uniform() * width)
      return max(0, error > 0 ? diameter + error * stream.normal() : diameter)
    }
  }
}

extension [Double] {
  /// The first place at which what holds from there on holds.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
