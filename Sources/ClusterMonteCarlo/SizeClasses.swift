/// Neighbouring sizes whose rates are alike, so that a particle of one is found by drawing any of the
/// class and refusing some.
///
/// A. Slepoy, A. P. Thompson, S. J. Plimpton, *J. Chem. Phys.* **128**, 205101 (2008),
/// doi:10.1063/1.2919546.
struct SizeClasses: Sendable {
  /// The most sizes in a class, so that one is found in it fast.
  private static let widest = 32
  /// The most that rates differ by in a class.
  private static let spread = 1.25

  /// The first size of each class, and the size after the last.
  private(set) var starts: [Int32] = [2]
  /// The class of each size.
  private(set) var classes: [Int32] = [0, 0]

  var count: Int { starts.count - 1 }
  /// The largest size in a class, units.
  var largest: Int { classes.count - 1 }

  /// No sizes.
  init() {}

  /// Sorts all sizes up to one by their rates; a class ends before each of the given sizes.
  init(upTo largest: Int, by bounds: LadderBounds, breakingAt breaks: Set<Int> = []) {
    classes.reserveCapacity(largest + 1)
    var size = 2
    while size <= largest {
      var attachment = Range(bounds.attachmentUpper[size])
      var detachment = Range(bounds.detachmentUpper[size])
      var end = size + 1
      while end <= largest, end < size + Self.widest, !breaks.contains(end),
        attachment.takes(bounds.attachmentUpper[end]), detachment.takes(bounds.detachmentUpper[end])
      {
        end += 1
      }
      for _ in size..<end { classes.append(Int32(starts.count - 1)) }
      starts.append(Int32(end))
      size = end
    }
  }

  /// The sizes of a class.
  func sizes(of place: Int) -> Swift.Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

  /// Rates that go together.
  private struct Range {
    var low: Double
    var high: Double

    init(_ rate: Double) {
      (low, high) = (rate, rate)
    }

    /// Widens to one more rate, unless it is too different.
    mutating func takes(_ rate: Double) -> Bool {
      let (low, high) = (min(low, rate), max(high, rate))
      guard high <= SizeClasses.spread * low else { return false }
      (self.low, self.high) = (low, high)
      return true
    }
  }
}
