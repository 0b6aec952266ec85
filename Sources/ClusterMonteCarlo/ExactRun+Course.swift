import Kinetics
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// Goes through the whole experiment.
  mutating func integrate(
    _ settings: MonteCarlo, _ record: (inout ExactRun) -> Void,
    _ observe: (RealizationProgress) -> Continuation
  ) throws(Interruption) {
    let breakpoints = experiment.recipe.breakpoints(before: experiment.duration)
    let edges = [0] + breakpoints + [experiment.duration]
    var outputs = experiment.outputs[...]
    for index in 1..<edges.count {
      let stretch = edges[index - 1]...edges[index]
      try enter(stretch, settings, isFirst: index == 1)
      while let output = outputs.first, output <= stretch.upperBound {
        // At an abrupt change, the flask after it.
        guard output < stretch.upperBound || index == edges.count - 1 else { break }
        try advance(to: output, observe)
        record(&self)
        outputs.removeFirst()
      }
      try advance(to: stretch.upperBound, observe)
    }
  }

  /// Does what is done at once at the start of a stretch, and makes the sample ready for it.
  private mutating func enter(
    _ stretch: ClosedRange<Double>, _ settings: MonteCarlo, isFirst: Bool
  ) throws(Interruption) {
    time = stretch.lowerBound
    surroundings.enter(stretch)
    box.until = time
    isExpired = true
    if isFirst {
      bounds.refresh(over: [Medium(temperature: surroundings.setPoint(at: 0))], upTo: 64, floor: 2)
      population.sort(by: bounds, grouping: [])
      fill(settings.filling)
    }
    var volume =
      experiment.recipe.volume(
        at: stretch.lowerBound, within: stretch) - atOnce(at: time).reduce(0) { $0 + $1.volume }
    if !isFirst, experiment.recipe.injections.contains(where: { $0.time == time }) { endStage() }
    for injection in atOnce(at: time) {
      surroundings.mix(injection.volume, at: injection.temperature, into: volume)
      inject(injection, settings.filling)
      volume += injection.volume
    }
    for event in experiment.recipe.events(at: time) { set(event.settings, settings.filling) }
    if isFirst { beginWatch() }
    flow.enter(stretch, of: experiment, share: surroundings.share)
    isExpired = true
  }

  private func atOnce(at time: Double) -> [Injection] {
    experiment.recipe.injections.filter { $0.duration == 0 && $0.time == time }
  }

  /// Lets events happen until a time, and says how far it is now and then.
  private mutating func advance(
    to end: Double, _ observe: (RealizationProgress) -> Continuation
  ) throws(Interruption) {
    while time < end {
      try Population.advance(&self, to: end, atMost: 1 << 20)
      let progress = RealizationProgress(
        replicate: replicate, time: time, end: experiment.duration, events: statistics.events)
      guard observe(progress) == .proceed else {
        throw Interruption(cause: .cancelled, time: time, reason: "the run was stopped")
      }
    }
  }
}
