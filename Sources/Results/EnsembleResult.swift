/// What replicates have beside their mean, as a result file tells it.
public struct EnsembleResult: Sendable, Equatable {
  /// How events were drawn, and what that takes for granted.
  public var method: String
  public var assumption: String
  /// What random numbers came from.
  public var randomStream: String
  /// The main quantities of the summary, time by replicate.
  public var courses: TimePlane
  /// What every replicate has one of: when its first crystal came, and its events.
  public var replicates: [TimeTable.Column]
  /// Over the replicates: `mean`, `sd`, `standard_error` and `count` of every quantity of the summary.
  public var statistics: [Statistic]
  /// Quantiles over the replicates.
  public var quantiles: TimePlane
  /// Share of the replicates without a crystal so far, with its interval.
  public var waiting: TimeTable
  public var dopants: [DopantResult] = []
  /// Of each crystal at the end, over all replicates; nil where they were not told apart.
  public var histories: CrystalHistories?

  /// One statistic of all quantities.
  public struct Statistic: Sendable, Equatable {
    public var name: String
    public var table: TimeTable
  }

  /// Replicates that were drawn.
  public var count: Int { courses.axis.values.count }

  /// One statistic of one quantity over time.
  public func statistic(_ statistic: String, of name: String) -> TimeTable.Column? {
    statistics.first { $0.name == statistic }?.table[name]
  }

  /// What every replicate has one of, by name.
  public func replicates(_ name: String) -> [Double?]? {
    replicates.first { $0.name == name }?.values
  }
}

/// What crystals tell of their past; radii in nm.
public struct CrystalHistories: Sendable, Equatable {
  /// The replicate of each crystal.
  public var replicates: [Double]
  /// When it was born as a particle, s.
  public var birthTimes: [Double]
  public var radii: [Double]
  /// For each stage of the recipe that ended, the radius of each crystal at its end, less what
  /// dissolved since.
  public var stageRadii: [[Double]]
}

/// The dopants of one kind, as a result file tells them.
public struct DopantResult: Sendable, Equatable {
  public var name: String
  /// Means, shares and their errors over time.
  public var table: TimeTable
  /// Share of the crystals with each number of dopants.
  public var counts: TimePlane
  /// Share of the crystals with a single dopant that is deep, for each depth that was asked for.
  public var deep: TimePlane
  /// Share of the dopants in each bin of depths.
  public var depths: TimePlane
}
