/// Weights that add up, from which one is found by its share of the sum.
///
/// Sixteen to a block, block upon block. A changed weight makes the sums above it anew, so that nothing
/// drifts, in a time that grows with the logarithm of their number: C. K. Wong, M. C. Easton, *SIAM J.
/// Comput.* **9**, 111 (1980), doi:10.1137/0209009.
public struct SumTree: Sendable {
  @inlinable static var width: Int { 16 }

  /// The weights, then the sums of their blocks, then the sums of blocks of those, up to one block.
  @usableFromInline var values: [Double]
  /// Where each level starts among the values.
  @usableFromInline var starts: [Int]
  public let count: Int
  public private(set) var total = 0.0

  /// All weights zero.
  public init(count: Int) {
    self.count = count
    starts = []
    var size = max(1, count)
    var end = 0
    repeat {
      let blocks = (size + Self.width - 1) / Self.width
      starts.append(end)
      end += blocks * Self.width
      size = blocks
    } while size > 1
    values = Array(repeating: 0, count: end)
  }

  public subscript(_ place: Int) -> Double { values[place] }

  /// Sets one weight.
  public mutating func set(_ place: Int, to weight: Double) {
    values[place] = weight
    var place = place
    var sum = 0.0
    for level in 0..<starts.count {
      let block = place / Self.width
      sum = self.sum(of: starts[level] + block * Self.width)
      if level + 1 < starts.count { values[starts[level + 1] + block] = sum }
      place = block
    }
    total = sum
  }

  /// Sets all weights.
  public mutating func fill(_ weight: (Int) -> Double) {
    for place in 0..<count { values[place] = weight(place) }
    for level in starts.indices {
      let end = level + 1 < starts.count ? starts[level + 1] : values.count
      for block in 0..<((end - starts[level]) / Self.width) {
        let sum = self.sum(of: starts[level] + block * Self.width)
        if level + 1 < starts.count { values[starts[level + 1] + block] = sum } else { total = sum }
      }
    }
  }

  private func sum(of start: Int) -> Double {
    var sum = 0.0
    for place in start..<(start + Self.width) { sum += values[place] }
    return sum
  }

  /// The weight in which a target between zero and the total lies, and how far into it.
  ///
  /// At the very end round-off may find a weight of zero, or lie beyond one: the rest then is no less
  /// than the weight.
  @inlinable @inline(__always)
  public func find(_ target: Double) -> (place: Int, rest: Double) {
    var rest = target
    var place = 0
    var level = starts.count - 1
    while level >= 0 {
      let start = starts[level] + place * Self.width
      var next = 0
      while next < Self.width - 1, rest >= values[start + next] {
        rest -= values[start + next]
        next += 1
      }
      place = place * Self.width + next
      level -= 1
    }
    return (min(place, count - 1), rest)
  }
}
