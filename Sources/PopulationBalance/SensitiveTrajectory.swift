public import Synthesis

/// A run with its derivatives to some parameters.
public struct SensitiveTrajectory: Sendable {
  /// The same as without derivatives, to within tolerances.
  public var trajectory: Trajectory
  /// For each output, the particles on every size that is resolved.
  public var populations: [Population]
  /// For each output, its derivatives to each parameter, in the order of the directions.
  public var slopes: [[Slope]]
}

/// The derivatives of what is recorded at one time to one parameter.
public struct Slope: Sendable {
  /// The flask at neighbouring values of the parameter, to first order in it.
  private let lower: Frame
  private let upper: Frame
  /// What the parameter differs by between the two.
  private let distance: Double
  /// Of the particles on each size of the output's population, 1/m³ per unit of the parameter.
  public let numbers: [Double]

  init(from lower: Frame, to upper: Frame, distance: Double, numbers: [Double]) {
    self.lower = lower
    self.upper = upper
    self.distance = distance
    self.numbers = numbers
  }

  /// The derivative of a quantity, in its unit per unit of the parameter.
  public subscript(quantity: KeyPath<Frame, Double>) -> Double {
    (upper[keyPath: quantity] - lower[keyPath: quantity]) / distance
  }

  /// The derivative of a quantity that need not exist; nil where it does not.
  public subscript(quantity: KeyPath<Frame, Double?>) -> Double? {
    guard let above = upper[keyPath: quantity], let below = lower[keyPath: quantity] else {
      return nil
    }
    return (above - below) / distance
  }

  /// The derivative of any quantity of the summary; nil where it does not exist.
  public subscript(column: SummaryColumn) -> Double? {
    guard let above = column.value(upper), let below = column.value(lower) else { return nil }
    return (above - below) / distance
  }

  /// Of the concentration of each species, mol/m³ per unit of the parameter.
  public var species: [Double] {
    zip(upper.species, lower.species).map { ($0 - $1) / distance }
  }
}
