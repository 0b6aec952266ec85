import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// Species that are there as ligands alone.
  mutating func speciesOfLigands(beside species: [Species]) -> [Species] {
    var made: [Species] = []
    var names: Set<String> = []
    for table in root.tables("ligand") {
      guard let name = table.text("name") else { continue }
      if !names.insert(name).inserted {
        reader.error("the ligand \"\(name)\" is there twice", at: table.place("name"))
        continue
      }
      let isKnown = species.contains { $0.name == name } || name == Species.soluteName
      switch (isKnown, table.quantity("initial")) {
      case (false, let initial?):
        check(nameOfSpecies: name, at: table.place("name"))
        made.append(Species(name: name, initial: initial))
      case (true, _?):
        reader.error(
          "the species \"\(name)\" has its concentration already",
          hint: "leave initial out here", at: table.place("initial"))
      case (false, nil) where !table.isFaulty:
        let near = ScenarioReader.nearest(name, species.map(\.name))
        reader.error(
          "no species is called \"\(name)\"",
          hint: "\(near) Or give the ligand its initial concentration.", at: table.place("name"))
      default: break
      }
    }
    return made
  }

  /// The ligands, of which some or all block growth.
  mutating func ligands() -> [Ligand] {
    let tables = root.tables("ligand")
    let gating = gatingNames(among: tables.compactMap { $0.text("name") })
    let ligands = tables.compactMap { table -> Ligand? in
      guard let name = table.text("name"),
        let adsorption = table.coefficient("adsorption_constant"),
        let desorption = table.coefficient("desorption_constant"),
        let sites = table.quantity("site_density")
      else { return nil }
      return Ligand(
        name: name, adsorptionConstant: adsorption, desorptionConstant: desorption,
        siteDensity: sites, initialCoverage: table.quantity("initial_coverage"),
        gates: gating?.contains(name) ?? true)
    }
    let covered = ligands.reduce(0) { $0 + ($1.initialCoverage ?? 0) }
    if covered > 1 + 1e-12, let last = tables.last(where: { $0.has("initial_coverage") }) {
      reader.error(
        "the ligands cover \(Dimension.dimensionless.format(covered)) of the sites at the start",
        hint: "all together they cover 1 at most", at: last.place("initial_coverage"))
    }
    return ligands
  }

  /// The ligands that the law of attachment names; nil where it names none.
  private mutating func gatingNames(among known: [String]) -> [String]? {
    guard let attachment = root.table("attachment"), let reading = attachment["ligand"] else {
      return nil
    }
    let names = attachment.list("ligand") ?? [reading]
    return names.compactMap { item in
      guard case .text(let name) = item.content else { return nil }
      if !known.contains(name) {
        reader.error(
          "no ligand is called \"\(name)\"", hint: ScenarioReader.nearest(name, known),
          at: item.place)
      }
      return name
    }
  }

  /// Refuses ligands that nothing depends on, and tells of laws that wait for ligands in vain.
  mutating func checkLigands(of experiment: Experiment) {
    let (ladder, reactions) = (experiment.ladder, experiment.network.reactions)
    let blocks =
      ladder.attachment.reads.contains(.coverage)
      || experiment.coalescence?.law.reads.contains(.coverage) == true
    let binds = ladder.reads.contains(.binding)
    for (ligand, table) in zip(experiment.ligands, root.tables("ligand")) {
      if ligand.name == ladder.monomer {
        reader.error(
          "\"\(ligand.name)\" is what particles are built from, and cannot cover them",
          hint: "name another species", at: table.place("name"))
      }
      let species = experiment.network.species.firstIndex { $0.name == ligand.name }
      let reacts = reactions.contains { reaction in
        (reaction.reactants + reaction.products + reaction.orders).contains {
          $0.species == species
        }
      }
      guard !(blocks && ligand.gates), !binds, !reacts else { continue }
      reader.error(
        "\"\(ligand.name)\" is a ligand that no law uses",
        hint: "let it block growth by attachment.law = \"ligand-gated\", lower the surface energy "
          + "by the energy \"ligand-adsorption\", or take part in a reaction; or leave it out",
        at: table.place("name"))
    }
    if experiment.ligands.isEmpty { warnOfMissingLigands(ladder) }
  }

  private mutating func warnOfMissingLigands(_ ladder: Ladder) {
    let hint = "add [[ligand]], or take another law"
    if ladder.attachment.reads.contains(.coverage), let table = root.table("attachment") {
      reader.warning(
        "no ligand is there, so that nothing blocks growth", hint: hint, at: table.place("law"))
    }
    for (table, law) in zip(root.tables("energy"), ladder.energies.dropFirst())
    where law.reads.contains(.binding) {
      reader.warning(
        "no ligand is there, so that nothing binds", hint: hint, at: table.place("law"))
    }
  }

  /// What a unit that attaches is made from, and what it sets free.
  mutating func connect(_ ladder: inout Ladder, to network: ReactionNetwork) {
    guard let table = root.table("attachment") else { return }
    let units = Dictionary(network.species.map { ($0.name, $0.units) }) { first, _ in first }
    if let name = table.text("consumes"),
      let index = index(of: name, in: network.species, at: table.place("consumes"))
    {
      ladder.monomer = name
      if network.species[index].units != 1 {
        reader.error(
          "particles are built from molecules of one solute unit, and \"\(name)\" has "
            + Dimension.dimensionless.format(network.species[index].units),
          hint: "give the species units = 1, or turn it into one that has",
          at: table.place("consumes"))
      }
    }
    for entry in table.named("releases") {
      guard index(of: entry.name, in: network.species, at: entry.place) != nil,
        case .number(let count) = entry.value.content
      else { continue }
      ladder.releases[entry.name] = count
      guard units[entry.name] != 0 else { continue }
      reader.error(
        "what is set free holds no solute units, and \"\(entry.name)\" does",
        hint: "the unit that attaches takes them all; name a species with units = 0",
        at: entry.place)
    }
  }
}
