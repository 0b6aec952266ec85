import Kinetics
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// Goes through the whole experiment, or through what is left of it where it was kept underway.
  mutating func integrate(
    _ recorder: inout SampleRecorder, _ listener: RealizationListener
  ) throws(Interruption) {
    let edges = edges
    let isContinued = stretch > 0
    for index in max(1, stretch)..<edges.count {
      let span = edges[index - 1]...edges[index]
      if isContinued, index == stretch {
        try renew()
      } else {
        stretch = index
        try enter(span, isFirst: index == 1)
      }
      while let output = recorder.next, output <= span.upperBound {
        // At an abrupt change, the flask after it.
        guard output < span.upperBound || index == edges.count - 1 else { break }
        try advance(to: output, recorder, listener)
        recorder.record(&self)
      }
      try advance(to: span.upperBound, recorder, listener)
    }
  }

  /// The times at which something abrupt happens, s, start and end among them.
  var edges: [Double] {
    [0] + experiment.recipe.breakpoints(before: experiment.duration) + [experiment.duration]
  }

  /// Does what is done at once at the start of a stretch, and makes the sample ready for it.
  private mutating func enter(
    _ stretch: ClosedRange<Double>, isFirst: Bool
  ) throws(Interruption) {
    time = stretch.lowerBound
    surroundings.enter(stretch)
    box.until = time
    isExpired = true
    if isFirst {
      spell = fullSpell
      makeRoomAtStart(for: 64)
      fill(filling)
    }
    var volume =
      experiment.recipe.volume(
        at: stretch.lowerBound, within: stretch) - atOnce(at: time).reduce(0) { $0 + $1.volume }
    if !isFirst, experiment.recipe.injections.contains(where: { $0.time == time }) { endStage() }
    for injection in atOnce(at: time) {
      surroundings.mix(injection.volume, at: injection.temperature, into: volume)
      inject(injection, filling)
      volume += injection.volume
    }
    for event in experiment.recipe.events(at: time) { set(event.settings, filling) }
    if isFirst { beginWatch() }
    flow.enter(stretch, of: experiment, share: surroundings.share)
    isExpired = true
  }

  /// Room for sizes up to one, before there is a window.
  mutating func makeRoomAtStart(for largest: Int) {
    bounds.refresh(
      over: [Medium(temperature: surroundings.setPoint(at: 0))], upTo: largest, floor: 2)
    population.sort(by: bounds, grouping: [])
  }

  private func atOnce(at time: Double) -> [Injection] {
    experiment.recipe.injections.filter { $0.duration == 0 && $0.time == time }
  }

  /// Lets events happen until a time, with pauses, and says how far it is now and then.
  private mutating func advance(
    to end: Double, _ recorder: borrowing SampleRecorder, _ listener: RealizationListener
  ) throws(Interruption) {
    while time < end {
      spell = try Population.advance(&self, to: end, atMost: spell)
      let answer = listener.observe(
        RealizationProgress(
          replicate: replicate, time: time, end: experiment.duration, events: statistics.events))
      let isPausing = time < end && spell <= 0
      if isPausing, answer == .keep || answer == .pause { listener.keep(kept(recorder)) }
      guard answer == .cancel || answer == .pause && isPausing else {
        if isPausing { try renew() }
        continue
      }
      throw Interruption(cause: .cancelled, time: time, reason: "the run was stopped")
    }
  }
}
