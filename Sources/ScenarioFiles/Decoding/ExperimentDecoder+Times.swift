import RealModule
import Synthesis
import Units

extension ExperimentDecoder {
  /// The times at which the state is kept, s.
  mutating func outputTimes() -> [Double]? {
    guard let run = root.table("run"), let duration = end else { return nil }
    if let list = run.list("outputs") { return listed(list, duration) }
    guard let outputs = run.table("outputs") else { return nil }
    if outputs.has("every") { return regular(outputs, duration) }
    return spaced(outputs, duration)
  }

  private mutating func listed(_ list: [Reading], _ duration: Double) -> [Double]? {
    guard !list.isEmpty else {
      reader.error("no output time is given", at: root.table("run")?.place("outputs") ?? root.place)
      return nil
    }
    var times: [Double] = []
    for item in list {
      guard case .quantity(let time, _) = item.content else { continue }
      if isBeyond(time, duration, at: item) { continue }
      times.append(time)
    }
    // The last frame of a tube is its outlet.
    if reactor.reactor.isTube { times.append(duration) }
    return Set(times).sorted()
  }

  private mutating func regular(_ outputs: TableReading, _ duration: Double) -> [Double]? {
    guard let step = outputs.quantity("every") else { return nil }
    for key in ["spacing", "count", "first"] where outputs.has(key) {
      reader.error(
        "\"\(key)\" does not go with \"every\"", hint: "leave one of them out",
        at: outputs.place(key))
      return nil
    }
    let count = (duration / step * (1 + 1e-12)).rounded(.down)
    guard count <= Self.mostTimes else {
      reader.error(
        "that is more than \(Int(Self.mostTimes)) output times", hint: "take a longer step",
        at: outputs.place("every"))
      return nil
    }
    var times = (0...Int(count)).map { min(Double($0) * step, duration) }
    if let last = times.last, last < duration * (1 - 1e-12) { times.append(duration) }
    return times
  }

  private mutating func spaced(_ outputs: TableReading, _ duration: Double) -> [Double]? {
    let isLog = outputs.text("spacing") != "linear"
    let count = outputs.integer("count") ?? 61
    let first = outputs.quantity("first") ?? (isLog ? duration / 1e4 : 0)
    if let given = outputs["first"] {
      if isBeyond(first, duration, at: given) { return nil }
      guard !isLog || first > 0 else {
        reader.error(
          "times spaced by equal factors cannot start at zero",
          hint: "give a first time above zero, or spacing = \"linear\"", at: given.place)
        return nil
      }
    }
    guard Double(count) <= Self.mostTimes else {
      reader.error("more than \(Int(Self.mostTimes)) output times", at: outputs.place("count"))
      return nil
    }
    return (0..<count).map { index in
      guard index < count - 1 else { return duration }
      let share = Double(index) / Double(count - 1)
      return isLog
        ? first * Double.pow(duration / first, share) : first + share * (duration - first)
    }
  }

  private mutating func isBeyond(_ time: Double, _ duration: Double, at reading: Reading) -> Bool {
    guard time > duration * (1 + 1e-12) else { return false }
    let subject = reactor.reactor.isTube ? "tube" : "run"
    reader.error(
      "an output time of \(reading.node.literal) is beyond the end of the \(subject)",
      hint: "the \(subject) ends at \(Dimension.time.format(duration))", at: reading.place)
    return true
  }

  private static let mostTimes = 100_000.0
}
