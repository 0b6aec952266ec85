import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// What is done to the flask; what is not mixed at once gets species of its own in the network.
  mutating func recipe(
    for network: inout ReactionNetwork, _ seeds: [SeedPopulation]
  ) -> Recipe? {
    var pools = UnmixedPools(network)
    var injections: [Injection] = []
    for table in root.tables("injection") {
      if let injection = injection(table, &pools) { injections.append(injection) }
    }
    for table in root.tables("feed") { injections += self.injections(ofFeed: table, network) }
    network = pools.network
    for place in injections.indices {
      while injections[place].contents.count < network.species.count {
        injections[place].contents.append(0)
      }
    }
    guard let flask = root.table("flask"), let volume = flask.quantity("volume"),
      let temperature = flask.quantity("temperature")
    else { return nil }
    var program = TemperatureProgram(heldAt: temperature)
    for step in flask.tables("program") { add(step, to: &program) }
    var recipe = Recipe(
      volume: volume, program: program, heat: flask.table("heat").flatMap(heat),
      injections: injections, flowThrough: flowThrough(network, seeds))
    recipe.events = events(network)
    return recipe
  }

  private func heat(_ table: TableReading) -> HeatBalance? {
    guard let transfer = table.quantity("heat_transfer"),
      let capacity = table.quantity("heat_capacity")
    else { return nil }
    return HeatBalance(
      transfer: transfer, capacity: capacity,
      crystallisationEnthalpy: table.quantity("crystallisation_enthalpy") ?? 0)
  }

  /// A step says one thing: ramp, hold or quench.
  private mutating func add(_ step: TableReading, to program: inout TemperatureProgram) {
    let said = ["ramp_to", "hold", "quench_to"].filter(step.has)
    guard said.count == 1 else {
      reader.error(
        said.isEmpty
          ? "a step of the program says nothing"
          : "a step of the program says both \"\(said[0])\" and \"\(said[1])\"",
        hint: "one of ramp_to with rate, hold, quench_to", at: step.place)
      return
    }
    if step.has("rate"), said != ["ramp_to"] {
      reader.error("\"rate\" belongs to \"ramp_to\"", at: step.place("rate"))
    }
    if let time = step.quantity("hold") { program.hold(for: time) }
    if let temperature = step.quantity("quench_to") { program.quench(to: temperature) }
    if let temperature = step.quantity("ramp_to") { ramp(step, to: temperature, &program) }
  }

  private mutating func ramp(
    _ step: TableReading, to temperature: Double, _ program: inout TemperatureProgram
  ) {
    guard let rate = step.quantity("rate") else {
      if !step.has("rate") {
        reader.error(
          "\"ramp_to\" needs \"rate\"", hint: "for example rate = \"10 K/min\"",
          at: step.place("ramp_to"))
      }
      return
    }
    guard rate != 0 else {
      reader.error("a ramp at a rate of zero never arrives", at: step.place("rate"))
      return
    }
    program.ramp(to: temperature, rate: rate)
  }

  private mutating func injection(_ table: TableReading, _ pools: inout UnmixedPools) -> Injection?
  {
    let contents = contents("contents", of: table, pools.network)
    let seeds = seeds(of: table)
    guard let volume = table.quantity("volume") else { return nil }
    var injection = Injection(
      time: table.quantity("at") ?? 0, duration: table.quantity("duration") ?? 0, volume: volume,
      temperature: table.quantity("temperature"), contents: contents, seeds: seeds)
    guard let mixingTime = table.quantity("mixing_time") else { return injection }
    if !seeds.isEmpty {
      reader.error(
        "particles are mixed at once: a mixing time is for what is dissolved",
        hint: "inject the seeds in an [[injection]] of their own", at: table.place("mixing_time"))
    }
    pools.hold(&injection, mixingIn: mixingTime)
    return injection
  }
}
