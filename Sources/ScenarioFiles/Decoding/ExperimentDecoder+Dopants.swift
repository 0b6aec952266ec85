import Kinetics
import Laws
import Synthesis

extension ExperimentDecoder {
  /// Species that are there as dopants alone.
  mutating func speciesOfDopants(beside species: [Species]) -> [Species] {
    var made: [Species] = []
    for table in root.tables("dopant") {
      guard let (name, place) = feed(of: table) else { continue }
      let isKnown = (species + made).contains { $0.name == name } || name == Species.soluteName
      switch (isKnown, table.quantity("initial")) {
      case (false, let initial?):
        check(nameOfSpecies: name, at: place)
        made.append(Species(name: name, initial: initial))
      case (true, _?):
        reader.error(
          "the species \"\(name)\" has its concentration already",
          hint: "leave initial out here", at: table.place("initial"))
      case (false, nil) where !table.isFaulty:
        let near = ScenarioReader.nearest(name, species.map(\.name))
        reader.error(
          "no species is called \"\(name)\"",
          hint: "\(near); or give the dopant its initial concentration", at: place)
      default: break
      }
    }
    return made
  }

  /// The species that a dopant comes from, and where the scenario says so.
  private func feed(of table: TableReading) -> (name: String, place: Place)? {
    if let feed = table.text("feed") { return (feed, table.place("feed")) }
    return table.text("name").map { ($0, table.place("name")) }
  }

  /// What particles carry.
  mutating func dopants(crystalFloor: Int) -> [Dopant] {
    var dopants: [Dopant] = []
    for table in root.tables("dopant") {
      guard let name = table.text("name"), let feed = feed(of: table),
        let law = law(of: LawCatalogue.uptake, table)
      else { continue }
      check(nameOfDopant: name, at: table.place("name"))
      if dopants.contains(where: { $0.name == name }) {
        reader.error("the dopant \"\(name)\" is there twice", at: table.place("name"))
      } else if let other = dopants.first(where: { $0.feed == feed.name }) {
        reader.error(
          "\"\(feed.name)\" feeds the dopant \"\(other.name)\" already",
          hint: "give each dopant a species of its own", at: feed.place)
      }
      dopants.append(
        Dopant(
          name: name, feed: feed.name, law: law,
          smallest: table.integer("smallest") ?? crystalFloor))
    }
    return dopants
  }

  /// Names of dopants head columns of results.
  private mutating func check(nameOfDopant name: String, at place: Place) {
    guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_+-]*/) == nil else { return }
    reader.error(
      "a dopant's name is a letter, then letters, digits, + and -", hint: "for example \"Mn\"",
      at: place)
  }

  /// Refuses dopants that are something else as well, and tells of those of which there is none.
  mutating func checkDopants(of experiment: Experiment) {
    for (dopant, table) in zip(experiment.dopants, root.tables("dopant")) {
      guard let feed = feed(of: table) else { continue }
      checkFeed(of: dopant, at: feed.place, in: experiment)
    }
  }

  private mutating func checkFeed(
    of dopant: Dopant, at place: Place, in experiment: Experiment
  ) {
    let network = experiment.network
    guard let slot = network.species.firstIndex(where: { $0.name == dopant.feed }) else { return }
    var role: String?
    if dopant.feed == experiment.ladder.monomer { role = "what particles are built from" }
    if experiment.ligands.contains(where: { $0.name == dopant.feed }) { role = "a ligand" }
    if experiment.nucleation?.partner == dopant.feed { role = "what nuclei form with" }
    if let role {
      reader.error(
        "\"\(dopant.feed)\" is \(role), and cannot feed a dopant", hint: "name another species",
        at: place)
    } else if network.species[slot].units != 0 {
      reader.error(
        "what feeds a dopant becomes no solute, and \"\(dopant.feed)\" can",
        hint: "name a species with units = 0", at: place)
    } else if !isThere(slot, in: experiment) {
      reader.warning(
        "no \"\(dopant.feed)\" is ever dissolved, so that nothing is doped",
        hint: "give it an initial concentration, or inject it", at: place)
    }
  }

  /// Whether there ever is any of a species.
  private func isThere(_ slot: Int, in experiment: Experiment) -> Bool {
    let network = experiment.network
    let flows = [experiment.recipe.flowThrough?.contents].compactMap(\.self)
    return network.species[slot].initial > 0
      || (experiment.recipe.injections.map(\.contents) + flows).contains { $0[slot] > 0 }
      || network.reactions.contains { reaction in
        let made = reaction.equilibriumConstant == nil ? [] : reaction.reactants
        return (reaction.products + made).contains { $0.species == slot }
      }
      || experiment.ladder.releases[network.species[slot].name] != nil
  }
}
