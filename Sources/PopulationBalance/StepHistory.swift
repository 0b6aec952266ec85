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
