extension FitFile {
  /// What came of one start.
  public struct Start: Sendable, Equatable {
    public var index: Int
    /// Where it began, in the parameters' units.
    public var begin: [Double]
    /// Where it ended; nil where it led nowhere.
    public var end: [Double]?
    /// Chi-square after the loss, with the priors; nil where it led nowhere.
    public var objective: Double?
    public var evaluations: Int
    public var jacobians: Int
    /// How it ended, in words.
    public var exit: String

    public init(
      index: Int, begin: [Double], end: [Double]?, objective: Double?, evaluations: Int,
      jacobians: Int, exit: String
    ) {
      self.index = index
      self.begin = begin
      self.end = end
      self.objective = objective
      self.evaluations = evaluations
      self.jacobians = jacobians
      self.exit = exit
    }
  }

  /// The course of chi-square along one parameter.
  public struct Profile: Sendable, Equatable {
    /// Of the parameter.
    public var identifier: String
    /// Of the parameter, ascending.
    public var values: [Double]
    /// Chi-square above the fit.
    public var rises: [Double]
    /// All parameters at each point.
    public var others: [[Double]]
    public var intervals: [Interval]

    public init(
      identifier: String, values: [Double], rises: [Double], others: [[Double]],
      intervals: [Interval]
    ) {
      self.identifier = identifier
      self.values = values
      self.rises = rises
      self.others = others
      self.intervals = intervals
    }

    /// Where the profile rises by a threshold; nil where it does not rise so far.
    public struct Interval: Sendable, Equatable {
      public var threshold: Double
      public var lower: Double?
      public var upper: Double?

      public init(threshold: Double, lower: Double?, upper: Double?) {
        self.threshold = threshold
        self.lower = lower
        self.upper = upper
      }
    }
  }

  /// Samples of the posterior.
  public struct Samples: Sendable, Equatable {
    /// By parameter, walker and draw.
    public var draws: [[[Double]]]
    /// By walker and draw, but for a constant.
    public var logDensity: [[Double]]
    /// Of each walker, the share of moves that it made.
    public var acceptance: [Double]

    public init(draws: [[[Double]]], logDensity: [[Double]], acceptance: [Double]) {
      self.draws = draws
      self.logDensity = logDensity
      self.acceptance = acceptance
    }
  }
}
