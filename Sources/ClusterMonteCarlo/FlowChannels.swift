import Kinetics
import Synthesis

/// What flows into and out of a sample, molecule by molecule and particle by particle.
struct FlowChannels: Sendable {
  /// What comes in with one event.
  enum Arrival: Sendable {
    case molecule(slot: Int)
    case particle(SeedSizes)
  }

  /// Arrivals per second.
  private(set) var arrivals: [(arrival: Arrival, rate: Double)] = []
  private(set) var inflowing = 0.0
  /// The chance per second of anything to flow out, 1/s.
  private(set) var outflow = 0.0

  /// Sets the flows to a stretch of time.
  mutating func enter(
    _ stretch: ClosedRange<Double>, of experiment: Experiment, share: Double
  ) {
    let recipe = experiment.recipe
    arrivals = []
    for injection in recipe.flowing(within: stretch) {
      add(
        injection.contents, injection.seeds, flow: share * injection.volume / injection.duration,
        experiment)
    }
    outflow = 0
    if let through = recipe.flowThrough {
      outflow = 1 / through.residenceTime
      let flow = share * recipe.volume(at: stretch.lowerBound, within: stretch) * outflow
      add(through.contents, through.seeds, flow: flow, experiment)
    }
    inflowing = arrivals.reduce(0) { $0 + $1.rate }
  }

  /// - Parameter flow: m³/s.
  private mutating func add(
    _ contents: [Double], _ seeds: [SeedPopulation], flow: Double, _ experiment: Experiment
  ) {
    for (slot, content) in contents.enumerated()
    where content > 0 && !experiment.network.species[slot].isHeld {
      arrivals.append((.molecule(slot: slot), content * flow * PhysicalConstants.avogadro))
    }
    for seed in seeds {
      arrivals.append((.particle(SeedSizes(seed, on: experiment.ladder)), seed.number * flow))
    }
  }

  /// The arrival that a target between zero and the sum of rates picks.
  func pick(_ target: Double) -> Arrival? {
    var rest = target
    for (arrival, rate) in arrivals {
      if rest < rate { return arrival }
      rest -= rate
    }
    return nil
  }
}
