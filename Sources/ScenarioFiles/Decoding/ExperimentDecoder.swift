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
    var network = network()
    var ladder = ladder()
    var closure: NucleationClosure?
    var coalescence: Coalescence?
    var dopants: [Dopant] = []
    if var made = ladder {
      if let network {
        closure = nucleation(network.species, on: made)
        connect(&made, to: network)
      }
      coalescence = self.coalescence(crystalFloor: crystalFloor(made))
      dopants = self.dopants(crystalFloor: crystalFloor(made))
      ladder = made
    }
    let ligands = ligands()
    let seeds = seeds(of: root)
    var recipe: Recipe?
    if var made = network {
      recipe = self.recipe(for: &made, seeds)
      network = made
    }
    let times = outputTimes()
    checkEnergies()
    guard !reader.hasErrors, let network, let ladder, let recipe, let times,
      let duration = root.table("run")?.quantity("duration"), let end
    else { return nil }
    checkReactor(duration: duration)
    checkCapacity(of: recipe, until: end)
    checkAdditions(before: end)
    checkEvents(before: end)
    let experiment = Experiment(
      title: root.text("title") ?? "", network: network, ladder: ladder, nucleation: closure,
      coalescence: coalescence, ligands: ligands, dopants: dopants, recipe: recipe,
      reactor: reactor.reactor,
      seeds: seeds, grid: grid(closure, coalescence, recipe, on: ladder), duration: end,
      outputs: times,
      tolerances: tolerances(), crystalFloor: crystalFloor(ladder),
      keepsEverySize: root.table("outputs")?.flag("full") ?? false,
      seed: UInt64(root.table("run")?.integer("seed") ?? 1), engine: engine,
      monteCarlo: monteCarlo, depths: depths)
    checkLigands(of: experiment)
    checkDopants(of: experiment)
    switch engine {
    case .balance: checkGrid(of: experiment)
    case .monteCarlo: checkMonteCarlo(of: experiment)
    }
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
}
