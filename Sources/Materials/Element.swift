/// A chemical element of the materials here, with its standard atomic weight.
///
/// Conventional and abridged weights of the IUPAC table: T. Prohaska et al.,
/// *Pure Appl. Chem.* **94**, 573 (2022), 10.1515/pac-2019-0603.
public enum Element: String, Sendable, Hashable, CaseIterable {
  case phosphorus = "P"
  case sulfur = "S"
  case zinc = "Zn"
  case selenium = "Se"
  case bromine = "Br"
  case palladium = "Pd"
  case silver = "Ag"
  case cadmium = "Cd"
  case indium = "In"
  case caesium = "Cs"
  case iridium = "Ir"
  case gold = "Au"
  case lead = "Pb"

  /// The molar mass, in kg/mol.
  public var molarMass: Double { gramsPerMole * 1e-3 }

  private var gramsPerMole: Double {
    switch self {
    case .phosphorus: 30.973_761_998
    case .sulfur: 32.06
    case .zinc: 65.38
    case .selenium: 78.971
    case .bromine: 79.904
    case .palladium: 106.42
    case .silver: 107.8682
    case .cadmium: 112.414
    case .indium: 114.818
    case .caesium: 132.905_451_96
    case .iridium: 192.217
    case .gold: 196.966_570
    case .lead: 207.2
    }
  }
}
