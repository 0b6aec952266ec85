import Sampling
public import Synthesis

/// Realizations of one experiment, together.
public struct Ensemble: Sendable {
  /// A realization without its particles, which are counted with those of the others.
  public struct Replicate: Sendable {
    public internal(set) var number: Int
    public internal(set) var frames: [Frame]
    /// When its first crystal was there, s; nil where none was.
    public internal(set) var firstCrystal: Double?
    /// What its crystals tell of their past; nil where they are not told apart.
    public internal(set) var history: HistorySample?
    public internal(set) var statistics: EventStatistics
    public internal(set) var interruption: Interruption?
  }

  /// In the order of their numbers.
  public internal(set) var replicates: [Replicate] = []
  /// Size distributions: the mean over the replicates.
  public internal(set) var sizes: SizeDistributions
  /// The same mean on finer bins.
  var fineSizes: SizeDistributions?
  /// Between replicates, standard deviation of the particles in each bin, 1/m³.
  public internal(set) var sizeSD: [[Double]]
  /// For each time the dopants, kind by kind; empty without dopants.
  public internal(set) var dopants: [[DopantStatistics]] = []
  /// The depths beyond which single dopants were counted as deep, nm.
  public let depths: [Double]
  /// One for each kind of dopant.
  public internal(set) var dopantNames: [String] = []
  public let speciesNames: [String]
  public let crystalFloor: Int
  /// Why it ended before all replicates were drawn.
  public internal(set) var interruption: Interruption?
  /// s.
  public internal(set) var wallTime: Double

  /// What random numbers come from.
  public static let randomStream = RandomStream.name

  /// How many replicates reached each output that any of them reached.
  public var reached: [Int] {
    let most = replicates.map(\.frames.count).max() ?? 0
    return (0..<most).map { time in replicates.count { $0.frames.count > time } }
  }

  /// Times that were reached, s.
  public var times: [Double] {
    (replicates.max { $0.frames.count < $1.frames.count }?.frames ?? []).map(\.time)
  }

  /// The frames of all replicates that reached an output, in their order.
  public func frames(at output: Int) -> [Frame] {
    replicates.compactMap { $0.frames.count > output ? $0.frames[output] : nil }
  }

  /// How a quantity differs between the replicates at an output; nil where it exists in none.
  public func spread(of column: SummaryColumn, at output: Int) -> Spread? {
    Spread(of: frames(at: output).compactMap(column.value).filter(\.isFinite))
  }

  /// Share of the replicates without a crystal so far, P_0(t), of those that were followed to an output.
  public func withoutCrystal(at output: Int) -> Proportion {
    let followed = replicates.filter { $0.frames.count > output }
    let waiting = followed.count { replicate in
      replicate.firstCrystal.map { $0 > replicate.frames[output].time } ?? true
    }
    return Proportion(waiting, of: followed.count)
  }

  /// When the first crystal came, over the replicates in which one did.
  public var waitingTime: Spread? { Spread(of: replicates.compactMap(\.firstCrystal)) }

  /// Replicates that ended without ever having had a crystal: they are censored.
  public var neverNucleated: Int { replicates.count { $0.firstCrystal == nil } }

  /// Events of all replicates.
  public var events: Int { replicates.reduce(0) { $0 + $1.statistics.events } }

  /// Whether the final number of crystals and their mean radius are known to a relative standard error.
  func isSettled(to error: Double) -> Bool {
    guard let last = reached.indices.last else { return false }
    return [
      SummaryColumn.all.first { $0.name == "number" }, .all.first { $0.name == "radius_mean" },
    ]
    .allSatisfy { column in
      guard let column, let spread = spread(of: column, at: last), spread.mean != 0,
        let standardError = spread.standardError
      else { return false }
      return standardError <= error * abs(spread.mean)
    }
  }
}
