/// Numbers of particles at whole numbers of units.
public struct SizeCounts: Sendable, Hashable {
  /// The smallest size, units.
  public var first: Int
  /// How many particles of each size, from `first` on.
  public var counts: [Double]

  public init(first: Int, counts: [Double]) {
    self.first = first
    self.counts = counts
  }

  /// The largest size, units.
  public var last: Int { first + counts.count - 1 }

  /// One particle of a size that need not be whole: shared between its two neighbours, so that number
  /// and units are both kept.
  public init(ofOne units: Double) {
    let below = units.rounded(.down)
    let share = units - below
    self.init(first: Int(below), counts: share > 0 ? [1 - share, share] : [1])
  }
}
