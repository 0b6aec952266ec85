/// A liquid that syntheses run in, or an organic shell is made of.
public struct Solvent: Sendable, Hashable {
  public let name: String
  public let formula: String
  /// kg/m³ at 25 °C.
  public let density: Double
  public let source: String

  /// Densities at 25 °C.
  public static let all = [
    Solvent("1-octadecene", "C18H36", 789),
    Solvent("toluene", "C7H8", 862.3),
    Solvent("hexane", "C6H14", 655),
    Solvent("water", "H2O", 997.05),
    Solvent("oleic acid", "C18H34O2", 889),
    Solvent("oleylamine", "C18H37N", 813),
    Solvent("trioctylphosphine", "C24H51P", 831),
    Solvent("diphenyl ether", "C12H10O", 1066),
    Solvent("ethanol", "C2H6O", 785.1),
  ]

  private init(_ name: String, _ formula: String, _ density: Double) {
    self.name = name
    self.formula = formula
    self.density = density
    source = "CRC Handbook of Chemistry and Physics, and suppliers' data, 25 °C"
  }

  public static func named(_ name: String) -> Solvent? { all.first { $0.name == name } }
}
