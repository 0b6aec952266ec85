/// The work of making a particle of n units from solute, in kT, for sizes that need not be whole.
///
///     W(n) = -n ln S + E(n)/kT,  S = c/c_inf
///
/// M. Volmer, A. Weber, *Z. Phys. Chem.* **119U**, 277 (1926). E(n) is the sum of the ladder's own
/// energies, whatever they are.
public struct WorkOfFormation<Value: TabulatedScalar>: Sendable {
  public let ladder: Ladder
  public let medium: Medium<Value>
  /// ln S.
  public let driving: Value

  /// Nil where the solution is not supersaturated, or nothing ever dissolves.
  public init?(on ladder: Ladder, in medium: Medium<Value>) {
    let solubility = medium(ladder.solubility)
    guard !ladder.isIrreversible, medium.solute.value > solubility.value else { return nil }
    self.ladder = ladder
    self.medium = medium
    driving = Value.log(medium.solute / solubility)
  }

  /// W at a size.
  public func callAsFunction(_ units: Value) -> Value {
    let particle = Particle(units: units, volumePerUnit: ladder.volumePerUnit)
    let energy = ladder.energies(of: [particle], in: medium)[0]
    return energy / medium.thermalEnergy - units * driving
  }

  /// W with its first two derivatives to the size.
  public func jet(at units: Value) -> Jet<Value> {
    let size = Jet(level: units, slope: Value(1), curvature: Value(0))
    let particle = Particle(units: size, volumePerUnit: ladder.volumePerUnit)
    let surrounding = medium.alongSize
    let start = Jet<Value>(0) - size * Jet(constant: driving)
    return ladder.energies.reduce(start) {
      $0 + Value.jet($1, of: particle, in: surrounding) / surrounding.thermalEnergy
    }
  }

  /// W with plain numbers.
  var plain: WorkOfFormation<Double> {
    WorkOfFormation<Double>(ladder, medium.plain, driving: driving.value)
  }

  private init(_ ladder: Ladder, _ medium: Medium<Value>, driving: Value) {
    self.ladder = ladder
    self.medium = medium
    self.driving = driving
  }
}

extension Medium {
  /// The same medium without derivatives.
  var plain: Medium<Double> {
    var medium = Medium<Double>(
      temperature: temperature.value, solute: solute.value, partner: partner.value,
      coverage: coverage.value, binding: binding.value)
    medium.openSurface = openSurface.value
    return medium
  }

  /// The same medium for values that change along size, with which it does not change.
  var alongSize: Medium<Jet<Value>> {
    var medium = Medium<Jet<Value>>(
      temperature: Jet(constant: temperature), solute: Jet(constant: solute),
      partner: Jet(constant: partner), coverage: Jet(constant: coverage),
      binding: Jet(constant: binding))
    medium.openSurface = Jet(constant: openSurface)
    return medium
  }
}
