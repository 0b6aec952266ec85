extension Ladder {
  /// Energies of particles, J: the sum over the laws.
  @inlinable
  public func energies<Value: TabulatedScalar>(
    of particles: [Particle<Value>], in medium: Medium<Value>
  ) -> [Value] {
    var table = [Value](repeating: Value(0), count: particles.count)
    var target = table.mutableSpan
    for law in energies { Value.add(law, to: &target, of: particles.span, in: medium) }
    return table
  }

  /// Attachment of particles, m³/s, each at the radius at which it captures solute.
  @inlinable
  public func attachments<Value: TabulatedScalar>(
    of particles: [Particle<Value>], taking steps: [GrowthStep<Value>], in medium: Medium<Value>
  ) -> [Value] {
    var table = [Value](repeating: Value(0), count: particles.count)
    var target = table.mutableSpan
    Value.tabulate(
      attachment, &target, of: capturing(particles).span, taking: steps.span, in: medium)
    return table
  }

  @usableFromInline
  func capturing<Value>(_ particles: [Particle<Value>]) -> [Particle<Value>] {
    guard captureRadius == .sum else { return particles }
    let monomer = radius(ofUnits: 1)
    return particles.map {
      Particle(
        units: $0.units, capturingAt: $0.radius + monomer, volumePerUnit: $0.volumePerUnit)
    }
  }

  /// The steps centred on particles whose size need not be whole: from half a unit below to half a
  /// unit above.
  ///
  ///     c_eq(n) = c_inf exp[(E(n + 1/2) - E(n - 1/2))/kT]
  @inlinable
  public func centredSteps<Value: TabulatedScalar>(
    of units: [Value], in medium: Medium<Value>
  ) -> [GrowthStep<Value>] {
    let above = energies(
      of: units.map { Particle(units: $0 + 0.5, volumePerUnit: volumePerUnit) }, in: medium)
    let below = energies(
      of: units.map { Particle(units: $0 - 0.5, volumePerUnit: volumePerUnit) }, in: medium)
    let (thermal, solubility) = (medium.thermalEnergy, medium(solubility))
    return units.indices.map { index in
      let energy = (above[index] - below[index]) / thermal
      return GrowthStep(
        energy: energy, equilibrium: equilibrium(energyStep: energy, solubility: solubility))
    }
  }
}
