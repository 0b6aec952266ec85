/// The events of a run: when crystals were born, how that overlapped with their growth, when supply
/// met uptake, and when sizes focused.
public struct Milestones: Sendable, Hashable {
  /// When something happened; nothing where it did not.
  public struct Moment: Sendable, Hashable {
    /// s.
    public var time: Double?
    /// Share of all units that had left the precursors by then.
    public var conversion: Double?

    public init() {}
  }

  /// Times at which a measure of spread turns, s.
  public struct Turns: Sendable, Hashable {
    /// It stops falling, and rises from here: focusing turns into defocusing.
    public var toDefocusing: [Double] = []
    /// It stops rising, and falls from here.
    public var toFocusing: [Double] = []

    public init() {}
  }

  /// When a tenth of all nuclei had been born: of the positive net flux through the crystal floor,
  /// summed over the whole flask and run.
  public var nucleation10 = Moment()
  /// When nine tenths of all nuclei had been born.
  public var nucleation90 = Moment()
  /// When most nuclei were born per second.
  public var nucleationPeak = Moment()
  /// Overlap of nucleation and growth, near 0 after a burst.
  ///
  /// Of all units that crystals took up as they grew, the share that they took before nine tenths of
  /// the nuclei had been born.
  public var nucleationOverlap: Double?
  /// When growth first took up all of the supply since the peak of nucleation, Q = G n.
  ///
  /// From then on nuclei are born of what is left over only.
  public var supplyMeetsUptake = Moment()
  /// Q/(G n) when nine tenths of the nuclei had been born.
  public var supplyOverUptake: Double?
  public var supersaturationPeak = Moment()
  /// c/c_inf at its peak.
  public var highestSupersaturation: Double?
  /// When dispersion was lowest, of the times since nine tenths of the nuclei had been born at which
  /// focusing turned into defocusing, or of the end where it still fell then.
  public var narrowest = Moment()
  /// sd/mean of the radius then.
  public var lowestDispersion: Double?
  /// Of the relative spread, sd/mean of the radius.
  public var dispersionTurns = Turns()
  /// Of the absolute spread, the standard deviation of the radius.
  public var sdTurns = Turns()

  public init() {}
}
