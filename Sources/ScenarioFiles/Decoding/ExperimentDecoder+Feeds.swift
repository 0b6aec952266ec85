import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// The injections that a syringe pump makes: one for each rate.
  mutating func injections(ofFeed table: TableReading, _ network: ReactionNetwork) -> [Injection] {
    let contents = contents("contents", of: table, network)
    var time = table.quantity("at") ?? 0
    return steps(of: table).compactMap { step in
      defer { time += step.duration }
      guard step.rate > 0 else { return nil }
      return Injection(
        time: time, duration: step.duration, volume: step.rate * step.duration,
        temperature: table.quantity("temperature"), contents: contents)
    }
  }

  /// Rates (m³/s) and how long they last (s).
  private mutating func steps(of table: TableReading) -> [(rate: Double, duration: Double)] {
    guard table.has("program") else { return step(table).map { [$0] } ?? [] }
    if let key = ["rate", "duration", "volume"].first(where: table.has) {
      reader.error(
        "a feed with a program has no \"\(key)\" of its own", hint: "leave one of them out",
        at: table.place(key))
    }
    let steps = table.tables("program")
    if steps.isEmpty { reader.error("the program is empty", at: table.place("program")) }
    return steps.compactMap { step in
      step.quantity("rate").flatMap { rate in
        step.quantity("duration").map { (rate: rate, duration: $0) }
      }
    }
  }

  /// Two of rate, duration and volume give the third; all three must agree.
  private mutating func step(_ table: TableReading) -> (rate: Double, duration: Double)? {
    let said = ["rate", "duration", "volume"].filter(table.has)
    guard !table.isFaulty else { return nil }
    guard said.count > 1 else {
      reader.error(
        said.isEmpty
          ? "the feed does not say how much flows in" : "a feed needs more than its \(said[0])",
        hint: "give two of rate, duration and volume, or a program",
        at: said.first.map { table.place($0) } ?? table.place)
      return nil
    }
    switch (table.quantity("rate"), table.quantity("duration"), table.quantity("volume")) {
    case (let rate?, let duration?, nil): return (rate, duration)
    case (let rate?, nil, let volume?): return (rate, volume / rate)
    case (nil, let duration?, let volume?): return (volume / duration, duration)
    case (let rate?, let duration?, let volume?):
      guard abs(rate * duration - volume) > 1e-9 * volume else { return (rate, duration) }
      let brings = Dimension.volume.format(rate * duration)
      reader.error(
        "the feed contradicts itself: its rate brings \(brings) in its duration",
        hint: "leave one of rate, duration and volume out", at: table.place("volume"))
      return nil
    default: return nil
    }
  }

  /// Refuses what overflows the flask.
  mutating func checkCapacity(of recipe: Recipe, until end: Double) {
    guard let flask = root.table("flask"), let capacity = flask.quantity("capacity") else { return }
    let most = capacity * (1 + 1e-12)
    let place = flask.place("capacity")
    guard recipe.volume <= most else {
      return reader.error(
        "the flask holds less than what is in it at the start", hint: "raise its capacity",
        at: place)
    }
    let edges = [0] + recipe.breakpoints(before: end) + [end]
    for (start, stop) in zip(edges, edges.dropFirst()) {
      let before = recipe.volume(at: start, within: start...stop)
      let after = recipe.volume(at: stop, within: start...stop)
      guard after > most || before > most else { continue }
      let time =
        before > most ? start : start + (stop - start) * (capacity - before) / (after - before)
      let excess = recipe.volume(at: end, within: edges[edges.count - 2]...end) - capacity
      return reader.error(
        "the flask overflows at \(Dimension.time.format(time)), and by "
          + "\(Dimension.volume.format(excess)) in the end",
        hint: "add less to it, or raise its capacity", at: place)
    }
  }
}
