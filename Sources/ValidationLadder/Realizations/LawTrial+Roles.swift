import Kinetics
import Laws
import Synthesis

extension LawTrial {
  /// Every law of the catalogue and the ways of mass action, each in its flask.
  static func all(_ constants: [String: String]) throws(CaseError) -> [[LawTrial]] {
    [
      try LawForm.all("attachment", LawCatalogue.attachment, constants).map(attachment),
      try LawForm.all("energy", LawCatalogue.energy, constants).map(energy),
      try LawForm.all("nucleation", LawCatalogue.nucleation, constants).map(nucleation),
      try LawForm.all("coalescence", LawCatalogue.coalescence, constants).map(coalescence),
      try LawForm.all("dopant", LawCatalogue.uptake, constants).map(uptake),
      MassAction.allCases.map(massAction),
    ]
  }

  private static func medium(solute: Double, partner: Double = 0) -> Medium<Double> {
    Medium(
      temperature: temperature, solute: solute, partner: partner, coverage: ligandMedium.coverage,
      binding: ligandMedium.binding)
  }

  /// Seeds grow in supersaturated solution, in which clusters form too.
  private static func attachment(_ form: LawForm<any AttachmentLaw>) -> LawTrial {
    let seeded = 0.1
    var ladder = still
    ladder.attachment = form.law
    ladder.energies = [surface(6)]
    ladder.solubility = Coefficient(0.02)
    let edge = ladder.edge(above: 20, in: medium(solute: 1))
    let duration = 2 / (seeded * PhysicalConstants.avogadro * edge.attachment)
    return LawTrial(form.name) { factor in
      var raised = ladder
      raised.attachment = RaisedAttachment(form.law, by: factor)
      var experiment = flask(
        [Species(name: Species.soluteName, initial: 1, units: 1)], ladder: raised, for: duration)
      experiment.seeds = [seeds(seeded, of: 20)]
      return experiment.covered(where: form.law.reads)
    }
  }

  /// Seeds and clusters gain and lose units around their balance.
  private static func energy(_ form: LawForm<any ParticleEnergy>) -> LawTrial {
    let isSurface = form.law is SurfaceEnergy
    func energies(_ factor: Double) -> [any ParticleEnergy] {
      (isSurface ? [] : [surface(6)]) + [RaisedEnergy(form.law, by: factor)]
    }
    var ladder = still
    ladder.attachment = power(1)
    ladder.solubility = Coefficient(1)
    ladder.energies = energies(1)
    // Seeds of twelve units are in balance with half of the monomers.
    let balanced = ladder.edge(above: 12, in: medium(solute: 1)).equilibrium
    ladder.solubility = Coefficient(0.5 / balanced)
    return LawTrial(form.name) { factor in
      var raised = ladder
      raised.energies = energies(factor)
      var experiment = flask(
        [Species(name: Species.soluteName, initial: 1, units: 1)], ladder: raised, for: 10)
      experiment.seeds = [seeds(0.2, of: 12)]
      return experiment.covered(where: form.law.reads)
    }
  }

  /// Nuclei use up half of the solute, or what grows on them does; under laws that ask for the
  /// supersaturation, and so for the barrier of each solution anew, it is held.
  private static func nucleation(_ form: LawForm<any NucleationLaw>) -> LawTrial {
    let law = form.law
    let isHeld = law.needsSolubility
    var ladder = still
    ladder.attachment = power(1, exponent: 1.0 / 3)
    ladder.energies = [surface(6.5)]
    ladder.solubility = Coefficient(0.05)
    let birth = law.bear(on: ladder, in: medium(solute: 1, partner: 1))
    let births = birth.rate / PhysicalConstants.avogadro
    let growing = (1 / births).squareRoot()
    let duration = isHeld ? 0.2 / births : min(0.5 / (births * birth.units), growing)
    return LawTrial(form.name) { factor in
      let partner = Species(
        name: "partner", initial: 1, units: law.partnerCount > 1 ? 1 : 0, isHeld: isHeld)
      var experiment = flask(
        [Species(name: Species.soluteName, initial: 1, units: 1, isHeld: isHeld)]
          + (law.partnerCount > 0 ? [partner] : []),
        ladder: ladder, for: duration)
      experiment.nucleation = NucleationClosure(
        RaisedNucleation(law, by: factor), partner: law.partnerCount > 0 ? partner.name : nil)
      return experiment
    }
  }

  /// Seeds of two sizes become half as many, or less where they would gel.
  private static func coalescence(_ form: LawForm<any CoalescenceLaw>) -> LawTrial {
    let law = form.law
    let pair = [3.0, 5].map { Particle(units: $0, volumePerUnit: volumePerUnit) }
    let kernel = law.kernel(pair[0], pair[1], in: medium(solute: 0))
    let duration = (law.gels ? 0.5 : 1) / (kernel * PhysicalConstants.avogadro)
    return LawTrial(form.name) { factor in
      var experiment = flask([], ladder: still, for: duration)
      experiment.seeds = [seeds(0.5, of: 3), seeds(0.5, of: 5)]
      experiment.coalescence = Coalescence(RaisedCoalescence(law, by: factor), smallest: 2)
      return experiment.covered(where: law.reads)
    }
  }
}
