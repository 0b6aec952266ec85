import Kinetics

/// The reactions of a network on amounts in a volume, with their exact derivatives.
struct Chemistry: Sendable {
  private struct Step: Sendable {
    let reaction: Reaction
    let changes: [Reaction.Term]
    let lost: Double
  }

  private let steps: [Step]
  let hasHeat: Bool

  init(_ network: ReactionNetwork) {
    steps = network.reactions.map { reaction in
      let change = network.change(of: reaction)
      return Step(reaction: reaction, changes: change.terms, lost: change.lost)
    }
    hasHeat = network.reactions.contains { $0.enthalpy != 0 }
  }

  /// Adds what the reactions change, mol/s, and gives the heat they set free, W.
  func add(
    to rates: inout MutableSpan<Double>, lostSlot: Int, state: Span<Double>, volume: Double,
    temperature: Double
  ) -> Double {
    var heat = 0.0
    for step in steps {
      let events = volume * step.reaction.rate(of: state, per: volume, at: temperature)
      for term in step.changes { rates[term.species] += term.count * events }
      rates[lostSlot] += step.lost * events
      heat -= step.reaction.enthalpy * events
    }
    return heat
  }

  /// Calls `body` for every derivative of a slot's rate to the amount of a species, and of the heat.
  func differentiate(
    state: Span<Double>, volume: Double, temperature: Double, lostSlot: Int,
    _ body: (_ row: Int?, _ column: Int, _ value: Double) -> Void
  ) {
    for step in steps {
      step.reaction.differentiateRate(of: state, per: volume, at: temperature) { column, slope in
        for term in step.changes { body(term.species, column, term.count * slope) }
        if step.lost != 0 { body(lostSlot, column, step.lost * slope) }
        if step.reaction.enthalpy != 0 { body(nil, column, -step.reaction.enthalpy * slope) }
      }
    }
  }

  /// Calls `body` for every derivative of a slot's rate to temperature, and of the heat.
  func differentiateToTemperature(
    state: Span<Double>, volume: Double, temperature: Double, lostSlot: Int,
    _ body: (_ row: Int?, _ value: Double) -> Void
  ) {
    let temperature = Dual(temperature, derivative: 1)
    for step in steps {
      let rate: Dual = step.reaction.rate(of: state, per: volume, at: temperature)
      let slope = volume * rate.derivative
      for term in step.changes { body(term.species, term.count * slope) }
      body(lostSlot, step.lost * slope)
      body(nil, -step.reaction.enthalpy * slope)
    }
  }
}
