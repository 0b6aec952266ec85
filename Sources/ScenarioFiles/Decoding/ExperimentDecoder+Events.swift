import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// What sets concentrations anew.
  mutating func events(_ network: ReactionNetwork) -> [FlaskEvent] {
    root.tables("event").compactMap { table in
      let settings = settings(of: table, network)
      return trigger(of: table, network).map { FlaskEvent($0, settings: settings) }
    }
  }

  private mutating func settings(
    of table: TableReading, _ network: ReactionNetwork
  ) -> [FlaskEvent.Setting] {
    let entries = table.named("set")
    if entries.isEmpty, !table.isFaulty {
      reader.error(
        "the event sets nothing", hint: "for example set = { P = \"0.1 mol/L\" }", at: table.place)
    }
    let ligands = root.tables("ligand").compactMap { $0.text("name") }
    return entries.compactMap { entry in
      guard let species = index(of: entry.name, in: network.species, at: entry.place),
        case .quantity(let concentration, _) = entry.value.content
      else { return nil }
      if network.species[species].isHeld {
        reader.error(
          "\"\(entry.name)\" is held, and no event sets it",
          hint: "leave \"held\" out, or the event", at: entry.place)
      } else if ligands.contains(entry.name) {
        reader.error(
          "\"\(entry.name)\" covers surface, and no event sets what is dissolved of it",
          hint: "add it with an [[injection]]", at: entry.place)
      }
      return FlaskEvent.Setting(species: species, concentration: concentration)
    }
  }

  /// An event has a time or a condition.
  private mutating func trigger(
    of table: TableReading, _ network: ReactionNetwork
  ) -> FlaskEvent.Trigger? {
    guard !table.isFaulty else { return nil }
    switch (table.quantity("at"), table.text("when")) {
    case (let time?, nil): return .time(time)
    case (nil, let text?): return condition(text, at: table.place("when"), network)
    case (nil, nil):
      reader.error(
        "the event does not say when", hint: "give it \"at\" or \"when\"", at: table.place)
    case (.some, .some):
      reader.error(
        "the event has both a time and a condition", hint: "leave one of them out",
        at: table.place("when"))
    }
    return nil
  }

  /// "P2 > 30 mol/m^3".
  private mutating func condition(
    _ text: String, at place: Place, _ network: ReactionNetwork
  ) -> FlaskEvent.Trigger? {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let side = FlaskEvent.Condition.Side(rawValue: parts[1]) else {
      reader.error(
        "\"\(text)\" is no condition: a species, > or <, and a concentration",
        hint: "for example \"P2 > 30 mol/m^3\"", at: place)
      return nil
    }
    guard let species = index(of: parts[0], in: network.species, at: place) else { return nil }
    do throws(UnitsError) {
      let concentration = try Dimension.concentration.parse(parts[2])
      return .condition(
        FlaskEvent.Condition(species: species, side: side, concentration: concentration))
    } catch {
      reader.error(error.description, hint: error.hint, at: place)
      return nil
    }
  }

  /// Refuses events that the engine or the reactor has no way to let happen.
  mutating func checkEvents(before end: Double) {
    for table in root.tables("event") {
      if engine == .balance, table.has("when") {
        reader.error(
          "the balance is a mean, in which no condition becomes true by chance",
          hint: "use engine = \"monte-carlo\" in [run], or give the event a time with \"at\"",
          at: table.place("when"))
      }
      if reactor.reactor != .flask {
        reader.error(
          "events happen to a flask, and not along a reactor", hint: "leave them out",
          at: table.place)
      }
      if let time = table.quantity("at"), time >= end {
        reader.warning("the event comes when the run is over", at: table.place("at"))
      }
    }
  }
}
