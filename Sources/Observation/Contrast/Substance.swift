public import Materials

/// What scatters: atoms in a proportion, and how densely they lie.
public struct Substance: Sendable, Hashable {
  public let formula: ChemicalFormula
  /// kg/m³.
  public var density: Double

  /// An element without tabulated scattering factors is refused.
  public init(_ formula: ChemicalFormula, density: Double) throws(ObservationError) {
    if let stranger = formula.atoms.keys.sorted().first(where: { ScatteringFactors.all[$0] == nil })
    {
      throw .unknownElement(stranger, known: ScatteringFactors.all.keys.sorted())
    }
    self.formula = formula
    self.density = density
  }

  /// A solid whose formula unit takes a known volume, m³.
  public init(_ formula: ChemicalFormula, volumePerUnit: Double) throws(ObservationError) {
    try self.init(formula, density: 1)
    density = mass / (ThomsonScattering.avogadro * volumePerUnit)
  }

  /// Of a mole of formula units, kg.
  public var mass: Double { sum { $0.molarMass } }

  /// At a photon energy, eV.
  public func scattering(at energy: Double) throws(ObservationError) -> ScatteringLengthDensity {
    guard ScatteringFactors.range.contains(energy) else {
      throw .energyOutOfRange(energy, ScatteringFactors.range)
    }
    let perMass = ThomsonScattering.electronRadius * ThomsonScattering.avogadro * density / mass
    return ScatteringLengthDensity(
      perMass * sum { $0.factors(at: energy).real },
      imaginary: perMass * sum { $0.factors(at: energy).imaginary })
  }

  private func sum(_ value: (ScatteringFactors) -> Double) -> Double {
    formula.atoms.keys.sorted().reduce(0) { sum, symbol in
      sum + (ScatteringFactors.all[symbol].map(value) ?? 0) * Double(formula.atoms[symbol] ?? 0)
    }
  }
}
