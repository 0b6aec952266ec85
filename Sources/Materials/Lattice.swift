/// The conventional unit cell of a crystal and the formula units in it.
public enum Lattice: Sendable, Hashable {
  case cubic(a: Double, formulaUnits: Int)
  case hexagonal(a: Double, c: Double, formulaUnits: Int)
  case orthorhombic(a: Double, b: Double, c: Double, formulaUnits: Int)

  /// The volume of the unit cell, in m³.
  public var cellVolume: Double {
    switch self {
    case .cubic(let a, _): a * a * a
    case .hexagonal(let a, let c, _): Self.sineOf120Degrees * a * a * c
    case .orthorhombic(let a, let b, let c, _): a * b * c
    }
  }

  /// The formula units in one unit cell (Z).
  public var formulaUnits: Int {
    switch self {
    case .cubic(_, let count), .hexagonal(_, _, let count), .orthorhombic(_, _, _, let count):
      count
    }
  }

  private static let sineOf120Degrees = 0.866_025_403_784_438_6
}
