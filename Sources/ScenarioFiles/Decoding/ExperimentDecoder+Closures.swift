import Kinetics
import Laws
import Synthesis
import Units

extension ExperimentDecoder {
  /// What takes the place of the ladder below the nucleus; nil for the ladder itself.
  mutating func nucleation(_ species: [Species], on ladder: Ladder) -> NucleationClosure? {
    if root.table("nucleation")?.text("law") == NoNucleation.name {
      return NucleationClosure(NoNucleation(), dissolvesBelow: dissolvesBelow(on: ladder))
    }
    if let table = root.table("nucleation"), table.text("law") == ScenarioTables.ladderLaw,
      table.has("dissolves_below")
    {
      reader.error(
        "where the ladder nucleates, clusters of every size exist",
        hint: "leave `dissolves_below` out, or name a closure", at: table.place("dissolves_below"))
    }
    guard let table = root.table("nucleation"), let name = table.text("law"),
      let description = LawCatalogue.nucleation.first(where: { $0.name == name })
    else { return nil }
    var settings = settings(of: description, table)
    settings.constants.merge(rateConstant(of: description, table, settings)) { $1 }
    if let sites = table.table("heterogeneous") {
      settings.choices[ScenarioTables.siteForm.choice] = ScenarioTables.siteForm.option
      settings.constants["contact_factor"] = sites.quantity("contact_factor").map {
        Coefficient($0)
      }
      checkPrefactor(description, table, settings)
    }
    checkNucleus(description, table, settings)
    let law = description.make(settings)
    if law.needsSolubility, ladder.isIrreversible {
      reader.error(
        "the law \"\(name)\" needs a supersaturation, and nothing dissolves here",
        hint: "give material.solubility a value above zero", at: table.place("law"))
    }
    return NucleationClosure(
      law, partner: partner(table, species), dissolvesBelow: dissolvesBelow(on: ladder))
  }

  /// Where what shrinks dissolves at once, in units.
  private func dissolvesBelow(on ladder: Ladder) -> Double? {
    let table = root.table("nucleation")
    if let diameter = table?.quantity("dissolves_below") {
      return max(1.5, ladder.units(ofRadius: 0.5 * diameter))
    }
    return table?.integer("dissolves_below").map(Double.init)
  }

  /// How particles become one.
  mutating func coalescence(crystalFloor: Int) -> Coalescence? {
    guard let table = root.table("coalescence"), let name = table.text("law"),
      let description = LawCatalogue.coalescence.first(where: { $0.name == name })
    else { return nil }
    let smallest = table.integer("smallest") ?? crystalFloor
    for key in ["largest", "cutoff"] {
      guard let largest = table.coefficient(key)?.value, largest > 0, largest < Double(smallest)
      else { continue }
      reader.error(
        "nothing coalesces: \"\(key)\" is below the smallest particle of \(smallest) units",
        hint: "raise it, or give smallest", at: table.place(key))
    }
    return Coalescence(description.make(settings(of: description, table)), smallest: smallest)
  }

  /// Refuses a run past the time at which its seeds are one gel, where no size distribution is left.
  mutating func checkGel(of experiment: Experiment) {
    guard let end = experiment.latestGelTime, experiment.duration >= end,
      let table = root.table("coalescence")
    else { return }
    reader.error(
      "particles gel before the run is over: a finite part of the seeds is one particle at "
        + "\(end) s",
      hint: "end the run before, or use a kernel that does not gel", at: table.place("law"))
  }

  /// What a table sets of a law: constants, forms by name, and forms by a quantity in its place.
  private func settings<Made>(
    of law: LawDescription<Made>, _ table: TableReading
  ) -> LawSettings<Made> {
    var settings = LawSettings<Made>()
    for constant in law.constants {
      settings.constants[constant.name] = table.coefficient(constant.name)
    }
    for form in law.options {
      if let name = table.text(form.name) { settings.choices[form.name] = name }
      if let given = form.given, let value = table.coefficient(form.name) {
        settings.choices[form.name] = given.option
        settings.constants[given.parameter] = value
      }
    }
    return settings
  }

  /// A rate constant whose dimension follows from the order beside it.
  private mutating func rateConstant<Made>(
    of law: LawDescription<Made>, _ table: TableReading, _ settings: LawSettings<Made>
  ) -> [String: Coefficient] {
    var found: [String: Coefficient] = [:]
    for constant in law.constants where constant.dimension == .rateConstantOfOrder {
      guard let reading = table[constant.name], let order = settings.constants["order"] else {
        continue
      }
      found[constant.name] = reader.coefficient(
        reading.node, named: constant.name, .rateConstant(order: order.value), .notNegative,
        energy: "activation_energy")
    }
    return found
  }

  private mutating func partner(_ table: TableReading, _ species: [Species]) -> String? {
    let sites = table.table("heterogeneous")
    guard let name = sites?.text("sites") ?? table.text("partner") else { return nil }
    let place = sites?.place("sites") ?? table.place("partner")
    guard let index = index(of: name, in: species, at: place) else { return nil }
    guard species[index].name != Species.soluteName else {
      reader.error(
        "the solute is no partner of itself", hint: "name another species", at: place)
      return nil
    }
    return name
  }

  /// A rate that is given knows no sites, and would go on where none is left.
  private mutating func checkPrefactor<Made>(
    _ law: LawDescription<Made>, _ table: TableReading, _ settings: LawSettings<Made>
  ) {
    for form in law.options where form.given?.parameter == "rate" {
      guard settings.choices[form.name] == form.given?.option else { continue }
      reader.error(
        "a prefactor that is a rate does not know the sites",
        hint: "leave \"\(form.name)\" out where nucleation is heterogeneous",
        at: table.place(form.name))
    }
  }

  /// A nucleus has one size: a radius, or one that follows the critical radius.
  private mutating func checkNucleus<Made>(
    _ law: LawDescription<Made>, _ table: TableReading, _ settings: LawSettings<Made>
  ) {
    let keys = ["nucleus_radius", "nucleus_over_critical"]
    guard keys.allSatisfy({ key in law.constants.contains { $0.name == key } }) else { return }
    let given = keys.filter { (settings.constants[$0]?.value ?? 0) > 0 }
    if given.isEmpty, !table.isFaulty {
      reader.error(
        "[nucleation] needs \"nucleus_radius\" or \"nucleus_over_critical\"",
        hint: "for example nucleus_radius = \"0.6 nm\"", at: table.place)
    } else if given.count > 1 {
      reader.error(
        "the size of a nucleus is given twice", hint: "leave one of them out",
        at: table.place("nucleus_over_critical"))
    }
  }
}
