import Kinetics
import Synthesis

/// Makes an experiment of the tables of a scenario, and tells what does not fit together.
struct ExperimentDecoder {
  var reader: ScenarioReader
  let root: TableReading
  /// Whether it was told already that the material is not known.
  let namesUnknownMaterial: Bool

  /// The experiment; nil where anything is wrong.
  mutating func experiment() -> Experiment? {
    let network = network()
    let ladder = ladder()
    var closure: NucleationClosure?
    var coalescence: Coalescence?
    if let ladder {
      if let network { closure = nucleation(network.species, on: ladder) }
      coalescence = self.coalescence(crystalFloor: crystalFloor(ladder))
    }
    let seeds = seeds(of: root)
    var recipe: Recipe?
    if let network { recipe = self.recipe(for: network) }
    let times = outputTimes()
    checkEnergies()
    guard !reader.hasErrors, let network, let ladder, let recipe, let times,
      let duration = root.table("run")?.quantity("duration")
    else { return nil }
    checkInjections(before: duration)
    let experiment = Experiment(
      title: root.text("title") ?? "", network: network, ladder: ladder, nucleation: closure,
      coalescence: coalescence, recipe: recipe, seeds: seeds,
      grid: grid(closure, coalescence, on: ladder), duration: duration,
      outputs: times, tolerances: tolerances(),
      crystalFloor: crystalFloor(ladder),
      keepsEverySize: root.table("outputs")?.flag("full") ?? false,
      seed: UInt64(root.table("run")?.integer("seed") ?? 1))
    checkGrid(of: experiment)
    checkGel(of: experiment)
    return reader.hasErrors ? nil : experiment
  }

  private func tolerances() -> Tolerances {
    let tolerances = root.table("run")?.table("tolerances")
    return Tolerances(
      relative: tolerances?.number("relative") ?? 1e-6, absolute: tolerances?.number("absolute"))
  }

  /// The floor in units; a diameter gives the least particle that is not smaller.
  func crystalFloor(_ ladder: Ladder) -> Int {
    let outputs = root.table("outputs")
    if let diameter = outputs?.quantity("crystal_floor") {
      return max(2, Int(ladder.units(ofRadius: 0.5 * diameter).rounded(.up)))
    }
    return outputs?.integer("crystal_floor") ?? 30
  }

  private mutating func checkEnergies() {
    for energy in root.tables("energy") where energy.text("law") == "surface" {
      reader.error(
        "the energy of the surface is always there", hint: "set material.surface_energy",
        at: energy.place)
    }
  }

  /// What an injection says and nothing comes of: it is late, or it is cold and the flask has its
  /// temperature from a program.
  private mutating func checkInjections(before duration: Double) {
    let hasHeatBalance = root.table("flask")?.has("heat") ?? false
    for table in root.tables("injection") {
      if (table.quantity("at") ?? 0) >= duration {
        reader.warning("the injection starts when the run is over", at: table.place("at"))
      }
      if table.has("temperature"), !hasHeatBalance {
        reader.warning(
          "the temperature of the injection has no effect: the flask keeps its program",
          hint: "add [flask.heat], and the flask follows its heat balance; "
            + "or leave the temperature out", at: table.place("temperature"))
      }
    }
  }
}
