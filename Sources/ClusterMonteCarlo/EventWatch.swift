import Checkpoints
import Synthesis

/// Follows the conditions of events, each of which happens when its own becomes true.
struct EventWatch: Sendable {
  let events: [(condition: FlaskEvent.Condition, settings: [FlaskEvent.Setting])]
  /// Whether each condition held when it was last looked at.
  private var held: [Bool]
  /// The species that conditions are about.
  private let species: Set<Int>
  /// Whether a condition may have changed since.
  var isDue = false

  init(_ events: [FlaskEvent]) {
    self.events = events.compactMap { event in
      guard case .condition(let condition) = event.trigger else { return nil }
      return (condition, event.settings)
    }
    held = self.events.map { _ in false }
    species = Set(self.events.map(\.condition.species))
  }

  var isEmpty: Bool { events.isEmpty }

  /// Tells that the molecules of a species changed.
  mutating func notice(_ slot: Int) { if species.contains(slot) { isDue = true } }

  /// What the events set whose conditions became true, of given concentrations (mol/m³).
  mutating func due(_ concentration: (Int) -> Double) -> [FlaskEvent.Setting] {
    isDue = false
    var settings: [FlaskEvent.Setting] = []
    for (place, event) in events.enumerated() {
      let holds = event.condition.holds(at: concentration(event.condition.species))
      if holds, !held[place] { settings += event.settings }
      held[place] = holds
    }
    return settings
  }

  /// Takes what holds at the start as known.
  mutating func begin(_ concentration: (Int) -> Double) {
    held = events.map { $0.condition.holds(at: concentration($0.condition.species)) }
    isDue = false
  }
}

extension EventWatch: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&held)
    try tape.pass(&isDue)
  }
}
