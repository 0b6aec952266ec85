import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  var reactor: ReactorReading { ReactorReading(root) }

  /// When the last output is, s: at the end of the run, or of the tube.
  var end: Double? {
    root.table("run")?.quantity("duration").map { reactor.end(of: $0) }
  }

  /// What flows through a stirred tank; nil for a batch and for tubes.
  mutating func flowThrough(_ network: ReactionNetwork, _ initial: [SeedPopulation])
    -> FlowThrough?
  {
    let reactor = reactor
    guard let table = reactor.table, let total = reactor.residenceTime,
      [.cstr, .tanksInSeries].contains(reactor.kind)
    else { return nil }
    let seeds = seeds(of: table)
    let saysFeed = table.has("feed")
    let feed = contents("feed", of: table, network)
    return FlowThrough(
      residenceTime: total / Double(reactor.tanks),
      contents: saysFeed ? feed : network.species.map(\.initial),
      seeds: saysFeed || table.has("seed") ? seeds : initial,
      temperature: table.quantity("temperature"))
  }

  /// Refuses what a reactor cannot do, where it is said.
  mutating func checkReactor(duration: Double) {
    let reactor = reactor
    if reactor.reactor.isTube, let time = reactor.residenceTime, let run = root.table("run"),
      duration < time * (1 - 1e-12)
    {
      reader.error(
        "the run ends before anything has passed the tube",
        hint: "that takes \(Dimension.time.format(time)): raise the duration to that at least",
        at: run.place("duration"))
    }
    switch reactor.kind {
    case .batch, .plugFlow: break
    case .cstr:
      refuseInflows(
        "a stirred tank at constant volume has no room for what is added over time",
        hint: "put it into reactor.feed, or inject it at once"
      ) { $0.spec.name == "feed" || ($0.quantity("duration") ?? 0) > 0 }
    case .tanksInSeries:
      refuseInflows(
        "tanks in series are fed by their feed alone", hint: "put it into reactor.feed"
      ) { _ in true }
    case .laminar: checkLaminar()
    }
    checkTemperature(of: reactor.table, "what flows in")
  }

  /// Elements of fluid differ in age at every place of a laminar tube, so that nothing may happen there
  /// that a place and not an age decides.
  private mutating func checkLaminar() {
    refuseInflows(
      "what is added to a laminar tube is mixed in at its inlet",
      hint: "inject it at 0 s and at once"
    ) { table in
      table.spec.name == "feed" || (table.quantity("duration") ?? 0) > 0
        || (table.quantity("at") ?? 0) > 0
    }
    guard let flask = root.table("flask") else { return }
    for key in ["program", "heat"] where flask.has(key) {
      reader.error(
        "a laminar tube has one temperature: its elements pass each place at different ages",
        hint: "leave flask.\(key) out; plug-flow may have it", at: flask.place(key))
    }
  }

  private mutating func refuseInflows(
    _ message: String, hint: String, where isRefused: (TableReading) -> Bool
  ) {
    for table in root.tables("injection") + root.tables("feed") where isRefused(table) {
      let key = ["duration", "at"].first { key in
        table[key].map { $0.place.source.kind != .fallback } ?? false
      }
      reader.error(message, hint: hint, at: key.map { table.place($0) } ?? table.place)
    }
  }
}
