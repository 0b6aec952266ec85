import Foundation
import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  var engine: Engine { Engine(rawValue: root.table("run")?.text("engine") ?? "") ?? .balance }

  /// How realizations are drawn; nil where a scenario says nothing of it.
  var monteCarlo: MonteCarlo? {
    guard let table = root.table("monte_carlo"), let volume = table.quantity("volume") else {
      return nil
    }
    return MonteCarlo(
      method: MonteCarlo.Method(rawValue: table.text("method") ?? "") ?? .compositionRejection,
      volume: volume, replicates: table.integer("replicates") ?? 1,
      standardError: table.number("standard_error"),
      filling: MonteCarlo.Filling(rawValue: table.text("filling") ?? "") ?? .rounded,
      leapError: table.number("leap_error") ?? 0.03,
      keepsHistories: table.flag("histories") ?? false)
  }

  /// How deep a single dopant is to be, m.
  var depths: [Double] {
    let list = root.table("outputs")?.list("depths") ?? []
    let depths = list.compactMap { item -> Double? in
      if case .quantity(let depth, _) = item.content { depth } else { nil }
    }
    return Set(depths).sorted()
  }

  /// Refuses what has no realization, and says what comes to nothing.
  mutating func checkMonteCarlo(of experiment: Experiment) {
    guard let settings = experiment.monteCarlo, let table = root.table("monte_carlo") else {
      return reader.error(
        "the engine \"monte-carlo\" needs the volume that it follows",
        hint: "for example [monte_carlo] volume = \"1e-18 m^3\"",
        at: root.table("run")?.place("engine") ?? root.place)
    }
    checkVessel(of: experiment)
    checkCargo(of: experiment, settings)
    checkWholeNumbers(of: experiment)
    checkVolume(of: experiment, settings, table)
    warnOfBalanceKeys(table, settings)
  }

  private mutating func checkVessel(of experiment: Experiment) {
    let place = root.table("reactor").map { $0.place("kind") } ?? root.place
    switch experiment.reactor {
    case .flask, .plugFlow: break
    case .tanks:
      reader.error(
        "particles are not followed from tank to tank",
        hint: "use the engine \"balance\", or one stirred tank, \"cstr\"", at: place)
    case .laminarTube:
      reader.error(
        "a laminar tube mixes elements of many ages, of which a realization is one",
        hint: "use the engine \"balance\", or \"plug-flow\"", at: place)
    }
  }

  /// Dopants belong to particles that are told apart.
  private mutating func checkCargo(of experiment: Experiment, _ settings: MonteCarlo) {
    guard !settings.method.carries else { return }
    let cargo =
      experiment.dopants.first.map { "\"\($0.name)\"" }
      ?? (settings.keepsHistories ? "history" : nil)
    guard let cargo else { return }
    reader.error(
      "particles carry no \(cargo) under \"\(settings.method.rawValue)\", which does not tell them "
        + "apart",
      hint: "use \"composition-rejection\" or \"direct\"",
      at: root.table("monte_carlo")?.place("method") ?? root.place)
  }

  // MARK: - Whole numbers

  /// Molecules are counted, so that every event takes and makes whole ones.
  private mutating func checkWholeNumbers(of experiment: Experiment) {
    for table in root.tables("species") {
      guard let units = table.number("units"), units != units.rounded() else { continue }
      refuseFraction(units, "solute units of a molecule", at: table.place("units"))
    }
    for (reaction, table) in zip(experiment.network.reactions, root.tables("reaction")) {
      let counts = (reaction.reactants + reaction.products).map(\.count)
      guard let fraction = counts.first(where: { $0 != $0.rounded() }) else { continue }
      refuseFraction(
        fraction, "molecules in an event of \"\(reaction.equation)\"", at: table.place("equation"))
    }
    for entry in root.table("attachment")?.named("releases") ?? [] {
      guard case .number(let count) = entry.value.content, count != count.rounded() else {
        continue
      }
      refuseFraction(count, "molecules that a unit sets free", at: entry.value.place)
    }
  }

  private mutating func refuseFraction(_ count: Double, _ what: String, at place: Place) {
    reader.error(
      "\(Dimension.dimensionless.format(count)) \(what): a realization counts whole ones",
      hint: "write whole numbers, or use the engine \"balance\"", at: place)
  }

  // MARK: - The volume

  private mutating func checkVolume(
    of experiment: Experiment, _ settings: MonteCarlo, _ table: TableReading
  ) {
    let place = table.place("volume")
    let volume = settings.volume
    guard volume <= experiment.recipe.volume * (1 + 1e-12) else {
      return reader.error(
        "the volume that is followed is larger than the flask's, "
          + Dimension.volume.format(experiment.recipe.volume),
        hint: "follow a part of the flask, for example \"1e-18 m^3\"", at: place)
    }
    let molecules = experiment.molecules(in: volume).max() ?? 0
    let seeds = experiment.seedParticles(in: volume)
    let most = max(molecules, seeds)
    guard most >= 1 else { return refuseEmptiness(volume, most, at: place) }
    let isSeeds = seeds / MonteCarlo.mostOfOneSize > molecules / MonteCarlo.mostCounted
    let limit = isSeeds ? MonteCarlo.mostOfOneSize : MonteCarlo.mostCounted
    let held = isSeeds ? seeds : molecules
    guard held < limit else {
      return reader.error(
        "the volume holds \(Self.short(held)) \(isSeeds ? "seeds" : "molecules"), more than "
          + "can be counted, \(Self.short(limit))",
        hint: "\(Self.text(volume * 1e9 / held)) holds 1e9 of them", at: place)
    }
    checkMemory(of: experiment, settings, seeds: seeds, at: place)
  }

  private mutating func refuseEmptiness(_ volume: Double, _ most: Double, at place: Place) {
    guard most > 0 else {
      return reader.error(
        "there is neither a molecule nor a seed in the flask, whatever the volume",
        hint: "give a species its initial concentration", at: place)
    }
    reader.error(
      "the volume holds less than one molecule of every species, and no seed",
      hint: "\(Self.text(volume * 1000 / most)) holds 1000 of the most abundant", at: place)
  }

  /// Refuses what cannot be held: what is kept of replicates, and seeds where each carries its own.
  private mutating func checkMemory(
    of experiment: Experiment, _ settings: MonteCarlo, seeds: Double, at place: Place
  ) {
    let kept = Double(settings.replicates) * Double(experiment.outputs.count)
    let listed = experiment.dopants.isEmpty && !settings.keepsHistories ? 0 : seeds
    let needed = MonteCarlo.bytesPerParticle * listed + MonteCarlo.bytesPerFrame * kept
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    guard needed > memory else { return }
    reader.error(
      "\(listed > 0 ? "\(Self.short(seeds)) seeds and " : "")\(settings.replicates) replicates of "
        + "\(experiment.outputs.count) outputs need \(Self.gigabytes(needed)) of memory, and this machine has \(Self.gigabytes(memory))",
      hint: "take a smaller volume, fewer replicates or fewer outputs", at: place)
  }

  private static func gigabytes(_ bytes: Double) -> String {
    String(format: "%.3g GB", bytes / 1e9)
  }

  private static func short(_ number: Double) -> String { String(format: "%.3g", number) }

  private static func text(_ volume: Double) -> String { "\"\(short(volume)) m^3\"" }

  // MARK: - What comes to nothing

  /// Every size counts by itself, up to a closed top where one is given.
  private mutating func checkGridKeys() {
    guard let grid = root.table("grid") else { return }
    if grid.text("top") == SizeGrid.Top.open.rawValue {
      reader.error(
        "particles do not leave a realization at the top", hint: "leave \"top\" out, or close it",
        at: grid.place("top"))
    }
    let top = grid.text("top") == SizeGrid.Top.closed.rawValue ? ["top", "largest"] : []
    let idle = grid.entries.filter {
      $0.reading.place.source.kind != .fallback && !top.contains($0.key) && $0.key != "top"
    }
    guard let first = idle.first else { return }
    let names = idle.map { "\"\($0.key)\"" }.joined(separator: ", ")
    reader.warning(
      "\(names) of [grid] \(idle.count > 1 ? "have" : "has") no effect on realizations: every size "
        + "counts by itself",
      hint: "leave it out, unless the engine \"balance\" runs this too",
      at: grid.place(first.key))
  }

  private mutating func warnOfBalanceKeys(_ table: TableReading, _ settings: MonteCarlo) {
    checkGridKeys()
    if let outputs = root.table("outputs"), outputs.flag("full") == true {
      reader.warning(
        "\"full\" has no effect on realizations, whose sizes are kept in bins",
        hint: "leave it out", at: outputs.place("full"))
    }
    if settings.method.isExact, table.place("leap_error").source.kind != .fallback {
      reader.warning(
        "\"leap_error\" has no effect on \"\(settings.method.rawValue)\"", hint: "leave it out",
        at: table.place("leap_error"))
    }
  }
}
