/// The atoms of one molecule, from its formula as chemists write it.
///
///     Pb(C18H33O2)2    Cd(CH3COO)2·2H2O    [Pd(NH3)4]Cl2
public struct ChemicalFormula: Sendable, Hashable {
  /// As it was written.
  public let text: String
  /// The atoms of each element, by its symbol; at least one of each.
  public let atoms: [String: Int]

  /// How many units of a solid one molecule is enough for by itself: zero where it holds no element
  /// of the solid, and nothing where that depends on what else is in the flask, since it holds the
  /// solid's elements in another proportion than the solid, or some of them only.
  public func units(of solid: ChemicalFormula) -> Double? {
    let shares = solid.atoms.map { Double(atoms[$0.key] ?? 0) / Double($0.value) }
    guard let first = shares.first, shares.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
