import Checkpoints
import Sundials

/// What a tank held over its last steps, as its integrator has it.
struct StepHistory: Sendable {
  private var steps: [DenseOutput]

  /// What holds from a time on, before the first step.
  init(_ amounts: [Double], at time: Double) {
    steps = [DenseOutput(end: time, coefficients: [amounts])]
  }

  mutating func append(_ step: DenseOutput) { steps.append(step) }

  /// Gives up what ended before a time.
  mutating func forget(before time: Double) {
    let last = steps.count - 1
    steps.removeFirst(steps.prefix(last).prefix { $0.end <= time }.count)
  }

  func state(at time: Double) -> [Double] {
    let step = steps.first { $0.end >= time } ?? steps[steps.count - 1]
    return step.state(at: time)
  }
}

extension StepHistory: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var ends = steps.map(\.end)
    try tape.pass(&ends)
    var kept = steps.map(\.coefficients)
    if tape.isReading { kept = ends.map { _ in [] } }
    for place in ends.indices { try tape.pass(&kept[place]) }
    guard !ends.isEmpty else { throw .mismatch(part: "the steps of a tank") }
    steps = zip(ends, kept).map { DenseOutput(end: $0, coefficients: $1) }
  }
}
