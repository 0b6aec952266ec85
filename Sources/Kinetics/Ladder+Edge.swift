extension Ladder {
  /// The step between a cluster of n units and one of n + 1 in a medium: the attachment a(n), m³/s, and
  /// the concentration of monomer that balances it, mol/m³.
  public func edge(
    above units: Int, in medium: Medium<Double>
  ) -> (attachment: Double, equilibrium: Double) {
    let ends = [units, units + 1].map {
      Particle(units: Double($0), volumePerUnit: volumePerUnit)
    }
    let energies = energies(of: ends, in: medium)
    let energy = (energies[1] - energies[0]) / medium.thermalEnergy
    let balanced = equilibrium(energyStep: energy, solubility: medium(solubility))
    let step = GrowthStep(energy: energy, equilibrium: balanced)
    return (attachments(of: [ends[0]], taking: [step], in: medium)[0], balanced)
  }
}
