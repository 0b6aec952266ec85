/// A liquid that syntheses run in, or an organic shell is made of.
public struct Solvent: Sendable, Hashable {
  public let name: String
  public let formula: String
  /// kg/m³ at 25 °C.
  public let density: Double
  public let source: String

  /// Densities near 25 °C, as handbooks and suppliers give them.
  ///
  /// Two were held against publications: toluene, 862.2 kg/m³ at 298.15 K (P. S. Nikam, S. J. Kharat, *J.
  /// Chem. Eng. Data* **50**, 455 (2005)), and hexane, 656.0 by the correlation of *Perry's Chemical
  /// Engineers' Handbook*, table 2-30. The others were not traced to a page; technical grades differ by some
  /// tenths of a percent, and diphenyl ether melts only at 27 °C. One percent of a solvent's density is 0.2 %
  /// of the contrast of CdSe in it.
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
    source = "handbooks' and suppliers' values near 25 °C; toluene and hexane were checked"
  }

  public static func named(_ name: String) -> Solvent? { all.first { $0.name == name } }
}
