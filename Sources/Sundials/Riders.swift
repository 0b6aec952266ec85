/// Arrays that ride on the band of an arrow: each as long as it, moved as it is, and coupled to it slot
/// by slot.
///
///     dp_a,i/dt = Σ_k T_(i,i+k) p_a,(i+k) + Σ_b L_ab,i p_b,i + L_a0,i y_i + Σ_s C_as,i x_s
///
/// y is the band, x_s a slot of the corner. Nothing but one slot of the corner reads them, the feed:
/// what some of the arrays gain by this the feed loses, but for `losses`, so that their sum with it
/// changes by the feed's own row alone. What then is off that sum, gains or losses from elsewhere, is
/// booked in another slot, the balance, which nothing reads.
///
/// Arrays stand in groups: those of one group act on each other, and on those of later groups.
public struct Riders: Sendable {
  /// What acts on an array, slot by slot: another array, counted from one, or the band, which is zero.
  public struct Coupling: Sendable {
    public let into: Int
    public let from: Int
    public var values: [Double] = []

    public init(into: Int, from: Int) {
      self.into = into
      self.from = from
    }
  }

  /// What a slot of the corner does to an array.
  public struct Column: Sendable {
    public let slot: Int
    public let into: Int
    public var values: [Double] = []

    public init(slot: Int, into: Int) {
      self.slot = slot
      self.into = into
    }
  }

  public let feed: Int
  public let balance: Int
  /// Whether the feed's concentration is kept from outside; then the balance takes all that it gives.
  public let isHeld: Bool
  /// Arrays, by their number from one on, of each group; the first group holds all that count.
  public let groups: [ClosedRange<Int>]
  /// The arrays whose entries are what the feed has lost.
  public let counted: [Int]
  /// T by diagonals, lowest first, as an arrow's band.
  public var band: [[Double]]
  /// What each entry loses to the balance per time; it is part of T.
  public var losses: [Double] = []
  /// What all that counts loses to the balance, per change of a slot of the corner.
  public var leaks: [Int: Double] = [:]
  public var couplings: [Coupling]
  public var columns: [Column]

  public init(
    feed: Int, balance: Int, isHeld: Bool, groups: [ClosedRange<Int>], counted: [Int],
    halfWidth: Int, couplings: [Coupling], columns: [Column]
  ) {
    self.feed = feed
    self.balance = balance
    self.isHeld = isHeld
    self.groups = groups
    self.counted = counted
    self.couplings = couplings
    self.columns = columns
    band = Array(repeating: [], count: 2 * halfWidth + 1)
  }

  public var arrayCount: Int { groups.last?.upperBound ?? 0 }

  mutating func resize(to count: Int) {
    for index in band.indices { band[index].resize(to: count) }
    for index in couplings.indices { couplings[index].values.resize(to: count) }
    for index in columns.indices { columns[index].values.resize(to: count) }
    losses.resize(to: count)
  }

  /// Writes its rows into a whole matrix, and what the feed and the balance get of them.
  func write(to full: inout [[Double]], from first: Int, band start: Int) {
    let (count, halfWidth) = (losses.count, band.count / 2)
    func slot(_ array: Int, _ index: Int) -> Int {
      array == 0 ? start + index : first + (array - 1) * count + index
    }
    for index in 0..<count {
      for array in stride(from: 1, through: arrayCount, by: 1) {
        for offset in -halfWidth...halfWidth where (0..<count).contains(index + offset) {
          full[slot(array, index)][slot(array, index + offset)] += band[halfWidth + offset][index]
        }
      }
      for coupling in couplings {
        full[slot(coupling.into, index)][slot(coupling.from, index)] += coupling.values[index]
      }
      for column in columns {
        full[slot(column.into, index)][column.slot] += column.values[index]
      }
    }
    for column in full.indices {
      var gained = counted.reduce(0) { sum, array in
        (0..<count).reduce(sum) { $0 + full[slot(array, $1)][column] }
      }
      let lost = counted.reduce(leaks[column] ?? 0) { sum, array in
        sum + (0..<count).reduce(0) { slot(array, $1) == column ? $0 + losses[$1] : $0 }
      }
      // What is booked in the balance is what the sum of the others changes by.
      full[balance][column] = -full[feed][column] + (isHeld ? -gained : lost)
      gained += lost
      if !isHeld { full[feed][column] -= gained }
    }
  }
}
