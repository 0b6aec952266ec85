/// Concentrations in the flask that are set anew all at once: at a time, or when one passes a value.
///
/// What appears or vanishes comes from outside or goes there. Volume, temperature and particles stay.
public struct FlaskEvent: Sendable, Hashable {
  /// When it happens.
  public enum Trigger: Sendable, Hashable {
    /// s.
    case time(Double)
    /// Each time a condition becomes true that was not.
    case condition(Condition)
  }

  /// A concentration beyond a value.
  public struct Condition: Sendable, Hashable {
    public enum Side: String, Sendable, CaseIterable {
      case above = ">"
      case below = "<"
    }

    /// The place of the species in the network.
    public var species: Int
    public var side: Side
    /// mol/m³.
    public var concentration: Double

    public init(species: Int, side: Side, concentration: Double) {
      (self.species, self.side, self.concentration) = (species, side, concentration)
    }

    /// Whether it holds at a concentration, mol/m³; round-off is not beyond.
    public func holds(at concentration: Double) -> Bool {
      guard abs(concentration - self.concentration) > 1e-12 * self.concentration else {
        return false
      }
      return side == .above
        ? concentration > self.concentration : concentration < self.concentration
    }
  }

  /// What a species is set to.
  public struct Setting: Sendable, Hashable {
    /// The place of the species in the network.
    public var species: Int
    /// mol/m³.
    public var concentration: Double

    public init(species: Int, concentration: Double) {
      (self.species, self.concentration) = (species, concentration)
    }
  }

  public var trigger: Trigger
  public var settings: [Setting]

  public init(_ trigger: Trigger, settings: [Setting]) {
    (self.trigger, self.settings) = (trigger, settings)
  }

  /// When it happens, s; nil where a condition decides.
  public var time: Double? {
    if case .time(let time) = trigger { time } else { nil }
  }
}
