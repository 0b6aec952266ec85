import Kinetics
import Units

extension ExperimentDecoder {
  /// Species and reactions; the solute is there even where nobody mentions it.
  mutating func network() -> ReactionNetwork? {
    let species = species()
    var reactions: [Reaction] = []
    for table in root.tables("reaction") {
      if let reaction = reaction(table, species) { reactions.append(reaction) }
    }
    guard reactions.count == root.tables("reaction").count else { return nil }
    let network = ReactionNetwork(species: species, reactions: reactions)
    guard !root.tables("species").contains(where: \.isFaulty), let formulas = formulas() else {
      return network
    }
    for (reaction, table) in zip(reactions, root.tables("reaction")) {
      if let balance = ElementBalance(of: reaction, among: species, formulas),
        !balance.faults.isEmpty
      {
        refuse(reaction, balance, table)
      } else {
        checkBalance(of: reaction, in: network, table)
      }
    }
    return network
  }

  private mutating func refuse(
    _ reaction: Reaction, _ balance: ElementBalance, _ table: TableReading
  ) {
    reader.error(
      "\"\(reaction.equation)\" does not conserve \(balance.description)",
      hint: "every species of it has a formula, so that every atom counts: add what is missing, "
        + "or leave a formula out", at: table.place("equation"))
  }

  private mutating func species() -> [Species] {
    var species: [Species] = []
    for table in root.tables("species") {
      guard let name = table.text("name") else { continue }
      if species.contains(where: { $0.name == name }) {
        reader.error("the species \"\(name)\" is there twice", at: table.place("name"))
      }
      check(nameOfSpecies: name, at: table.place("name"))
      species.append(
        Species(
          name: name, initial: table.quantity("initial") ?? 0,
          units: table.number("units") ?? (name == Species.soluteName ? 1 : 0),
          isHeld: table.flag("held") ?? false))
    }
    species += speciesOfLigands(beside: species)
    species += speciesOfDopants(beside: species)
    if !species.contains(where: { $0.name == Species.soluteName }) {
      species.append(Species(name: Species.soluteName, units: 1))
    }
    return species
  }

  mutating func check(nameOfSpecies name: String, at place: Place) {
    if name.isEmpty || name.contains(where: \.isWhitespace) {
      reader.error("the name of a species is one word", at: place)
    }
  }

  private mutating func checkBalance(
    of reaction: Reaction, in network: ReactionNetwork, _ table: TableReading
  ) {
    let imbalance = network.imbalance(of: reaction)
    guard abs(imbalance) > 1e-9 else { return }
    let idle = reaction.reactants.first { network.species[$0.species].units == 0 }
    let made = Dimension.dimensionless.format(abs(imbalance))
    let verb = imbalance > 0 ? "makes" : "destroys"
    reader.error(
      "\"\(reaction.equation)\" is not balanced: it \(verb) \(made) solute units",
      hint: idle.map {
        "give the species \"\(network.species[$0.species].name)\" its units, the solute units "
          + "that one molecule can become"
      } ?? "both sides must hold the same solute units; what is lost is told by yield",
      at: table.place("equation"))
  }

  /// The place of a species in the network.
  mutating func index(of name: String, in species: [Species], at place: Place) -> Int? {
    if let index = species.firstIndex(where: { $0.name == name }) { return index }
    let names = species.map(\.name)
    reader.error(
      "no species is called \"\(name)\"", hint: ScenarioReader.nearest(name, names), at: place)
    return nil
  }
}
