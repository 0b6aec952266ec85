import Kinetics

/// How far the medium may go before bounds on rates must be made anew.
struct MediumBox: Sendable {
  /// K.
  var temperature: ClosedRange<Double>
  /// mol/m³.
  var solute: ClosedRange<Double>
  var partner: ClosedRange<Double>
  var coverage: ClosedRange<Double>
  var binding: ClosedRange<Double>
  /// m³.
  var volume: ClosedRange<Double>
  /// The time at which it ends, s.
  var until: Double
  /// Whether temperature has an equation of its own.
  var hasHeat = false

  /// The temperatures at which bounds must hold, K.
  var temperatures: ClosedRange<Double> {
    hasHeat ? temperature.wider(by: 2 * MediumStep.kelvin) : temperature
  }

  func contains(_ medium: Medium<Double>) -> Bool {
    temperature.contains(medium.temperature) && solute.contains(medium.solute)
      && partner.contains(medium.partner) && coverage.contains(medium.coverage)
      && binding.contains(medium.binding)
  }

  /// The medium at every corner of what is read of it, and in the middle.
  ///
  /// What follows an equation of its own may be a step beyond the box before that is seen.
  /// A rate that rises or falls throughout with each variable has its bounds in the corners.
  func corners(of medium: Medium<Double>, reading reads: MediumVariables) -> [Medium<Double>] {
    let sides: [(MediumVariables, WritableKeyPath<Medium<Double>, Double>, ClosedRange<Double>)] = [
      (.temperature, \.temperature, temperatures), (.solute, \.solute, solute),
      (.partner, \.partner, partner),
      (.coverage, \.coverage, coverage.wider(by: 2 * MediumStep.coverage)),
      (.binding, \.binding, binding.wider(by: 2 * MediumStep.share * binding.upperBound)),
    ]
    var corners = [medium]
    var middle = medium
    for (variable, side, range) in sides where reads.contains(variable) && !range.isPoint {
      middle[keyPath: side] = range.middle
      corners = corners.flatMap { corner in
        [range.lowerBound, range.upperBound].map { end in
          var moved = corner
          moved[keyPath: side] = end
          return moved
        }
      }
    }
    return corners.count > 1 ? corners + [middle] : corners
  }
}

extension ClosedRange<Double> {
  var isPoint: Bool { lowerBound == upperBound }
  var middle: Double { lowerBound + 0.5 * (upperBound - lowerBound) }

  /// The range and so much more at either end.
  func wider(by margin: Double) -> ClosedRange<Double> {
    lowerBound - margin...upperBound + margin
  }

  /// The range that lies so far around a value.
  static func around(_ value: Double, by half: Double) -> ClosedRange<Double> {
    value - half...value + half
  }
}

/// How far the liquid goes in one step between events.
enum MediumStep {
  static let coverage = 1e-3
  /// K.
  static let kelvin = 0.02
  /// Of what is dissolved of a ligand.
  static let share = 2e-3
}
