/// How realizations of an experiment are drawn.
public struct MonteCarlo: Sendable, Hashable {
  /// How events are drawn.
  public enum Method: String, Sendable, CaseIterable {
    /// Every rate summed anew for every event: the reference.
    case direct
    /// Exact, with particles sorted into classes of similar rates.
    case compositionRejection = "composition-rejection"
    /// Many events at once, as long as rates hardly change; single events where they do.
    case tauLeaping = "tau-leaping"
    /// The same, with chemistry and flow at their mean rates, without noise of their own.
    case continuousSolute = "continuous-solute"

    public var isExact: Bool { self == .direct || self == .compositionRejection }

    /// Whether particles are told apart, so that they can carry.
    public var carries: Bool { isExact }

    /// What the method takes for granted, in words.
    public var assumption: String {
      switch self {
      case .direct, .compositionRejection: "none beyond the model: every event by itself"
      case .tauLeaping:
        "a particle keeps its rates, a reactant its amount, while they change by less than the leap error"
      case .continuousSolute:
        "as tau-leaping; conversion and flow of 100 molecules and more have no noise of their own"
      }
    }
  }

  /// How many molecules and seeds there are at the start where a concentration gives no whole number.
  public enum Filling: String, Sendable, CaseIterable {
    /// Up or down at random, so that the mean is what the concentration says.
    case rounded
    /// A Poisson number: a sample out of a large flask.
    case poisson
  }

  public var method: Method
  /// Volume of the liquid at the start that is followed, m³; it grows as the flask's does.
  public var volume: Double
  /// Realizations in all; with a standard error asked for, at most so many.
  public var replicates: Int
  /// The relative standard error of the number of crystals at the end, and of their mean radius, at
  /// which no more replicates are drawn; nil for a fixed number of them.
  public var standardError: Double?
  public var filling: Filling
  /// The relative change of a particle's rates and of a reactant's amount that a leap may cause.
  public var leapError: Double
  /// Whether particles are told apart and tell of their past, also where they carry no dopants.
  public var keepsHistories: Bool

  /// The largest count that a Double holds with all whole numbers below it, 2^53.
  public static let mostCounted = 9.007_199_254_740_992e15
  /// The most particles of one size.
  public static let mostOfOneSize = 2_147_483_647.0
  /// What a particle that carries nothing takes at most.
  public static let bytesPerParticle = 100.0
  /// What is kept of a replicate at an output.
  public static let bytesPerFrame = 500.0

  public init(
    method: Method = .compositionRejection, volume: Double, replicates: Int = 1,
    standardError: Double? = nil, filling: Filling = .rounded, leapError: Double = 0.03,
    keepsHistories: Bool = false
  ) {
    self.method = method
    self.volume = volume
    self.replicates = replicates
    self.standardError = standardError
    self.filling = filling
    self.leapError = leapError
    self.keepsHistories = keepsHistories
  }
}

/// What simulates an experiment.
public enum Engine: String, Sendable, CaseIterable {
  /// The mean of the kinetics.
  case balance
  /// Realizations of the kinetics in a finite volume.
  case monteCarlo = "monte-carlo"
}
