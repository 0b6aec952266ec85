/// A dissolved species of the flask.
public struct Species: Sendable, Hashable {
  public let name: String
  /// Concentration at the start, mol/m³.
  public var initial: Double
  /// The solute units that one molecule can become.
  public var units: Double
  /// Whether its concentration is kept constant from outside.
  public var isHeld: Bool

  public init(name: String, initial: Double = 0, units: Double = 0, isHeld: Bool = false) {
    self.name = name
    self.initial = initial
    self.units = units
    self.isHeld = isHeld
  }

  /// The name of the species that precursors become and particles consume.
  public static let soluteName = "solute"
}
