public import Units

/// What a key of a scenario may hold.
public indirect enum KeyKind: Sendable {
  /// A number with its unit.
  case quantity(Dimension, Bound = .any)
  /// A quantity that may change with temperature, as `{ value, at, <energy> }`.
  case coefficient(Dimension, Bound = .any, energy: String)
  /// The same where the dimension follows from the orders of a reaction.
  case rateConstant
  /// The same where the dimension follows from both sides of a reaction.
  case equilibriumConstant
  case number(Bound = .any)
  case integer(Bound = .any)
  case text
  /// An amount of memory with its unit, "2 GB".
  case memory
  /// One of some names; `what` says of what kind they are, "law of attachment".
  case choice([String], what: String)
  /// One of some names, or a quantity in the place of one.
  case choiceOrQuantity([String], what: String, Dimension)
  case flag
  case list(KeyKind)
  /// A table whose keys are names of the scenario's own, such as species.
  case named(KeyKind, what: String)
  case table(TableSpec)
  case tables(TableSpec)
  /// One of several, told apart by what TOML sees.
  case either([KeyKind])
  /// A value that another key gives its meaning.
  case value
  /// Anything, carried as it is.
  case free
  /// What a later version reads; the text says what this one lacks.
  case later(String)
}

/// Which numbers make sense.
public enum Bound: Sendable {
  case any
  case positive
  case notNegative
  case atLeast(Double)
  case within(ClosedRange<Double>)

  func allows(_ value: Double) -> Bool {
    switch self {
    case .any: true
    case .positive: value > 0
    case .notNegative: value >= 0
    case .atLeast(let least): value >= least
    case .within(let range): range.contains(value)
    }
  }

  /// What does not hold of a number that is refused.
  var demand: String {
    switch self {
    case .any: "any number"
    case .positive: "above zero"
    case .notNegative: "zero or more"
    case .atLeast(let least): "at least \(Dimension.dimensionless.format(least))"
    case .within(let range):
      "from \(Dimension.dimensionless.format(range.lowerBound)) to "
        + Dimension.dimensionless.format(range.upperBound)
    }
  }

  /// The least that physics asks of a constant of this dimension.
  static func natural(for dimension: Dimension) -> Bound {
    let signed: [Dimension] = [
      .dimensionless, .surfaceEnergy, .length, .energyPerAmount, .energy, .temperatureDifference,
    ]
    return signed.contains(dimension) ? .any : .notNegative
  }
}
