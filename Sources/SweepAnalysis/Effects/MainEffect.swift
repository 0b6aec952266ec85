import RealModule

/// What a response does along one factor: its mean over the points of each level or bin.
public struct MainEffect: Sendable {
  public struct Mean: Sendable, Equatable {
    /// Points with a value.
    public let count: Int
    public let mean: Double
    /// Of the mean, from how far the points of the group differ; nil for fewer than two.
    public let standardError: Double?
  }

  /// In the order of the factor's groups; nil for one without any value.
  public let means: [Mean?]
  /// The correlation ratio: the share of the variance that lies between the groups.
  ///
  ///     η² = Σ n_k (m_k - m)²/Σ (y - m)²
  ///
  /// K. Pearson, *Drapers' Company Research Memoirs* **II** (1905).
  public let share: Double
  /// The share that groups have where the factor does nothing, on average: (k - 1)/(n - 1).
  public let shareByChance: Double

  /// - Parameter values: of every point; not finite where there is none.
  public init(of values: [Double], along factor: Factor) {
    let overall = Tally(values.filter(\.isFinite))
    var groups = [Tally](repeating: Tally(), count: factor.groups.count)
    for (value, group) in zip(values, factor.group)
    where value.isFinite && group < groups.count {
      groups[group].add(value)
    }
    means = groups.map { tally in
      tally.count > 0
        ? Mean(count: tally.count, mean: tally.mean, standardError: tally.standardError) : nil
    }
    let between = groups.reduce(0.0) { sum, tally in
      let distance = tally.count > 0 ? tally.mean - overall.mean : 0
      return sum + Double(tally.count) * distance * distance
    }
    share = overall.squares > 0 ? between / overall.squares : 0
    let filled = groups.count { $0.count > 0 }
    shareByChance = overall.count > 1 ? Double(filled - 1) / Double(overall.count - 1) : 0
  }
}

/// Number, mean and squares of what is added, one by one.
///
/// B. P. Welford, *Technometrics* **4**, 419 (1962), doi:10.1080/00401706.1962.10490022.
public struct Tally: Sendable {
  public private(set) var count = 0
  public private(set) var mean = 0.0
  /// Of the distances from the mean.
  public private(set) var squares = 0.0

  public init(_ values: [Double] = []) {
    for value in values { add(value) }
  }

  public mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
  }

  /// Of the mean; nil for fewer than two values.
  public var standardError: Double? {
    count > 1 ? (squares / Double(count - 1) / Double(count)).squareRoot() : nil
  }
}
