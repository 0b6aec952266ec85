/// What is wanted of one quantity.
public struct Objective: Sendable, Equatable {
  public enum Aim: Sendable, Equatable {
    case minimum
    case maximum
    /// As near as can be, in the unit of the quantity.
    case target(Double)
  }

  /// What the quantity is called.
  public let name: String
  public let unit: String
  public let aim: Aim

  public init(_ name: String, unit: String, aim: Aim) {
    self.name = name
    self.unit = unit
    self.aim = aim
  }

  /// The less, the better.
  public func cost(_ value: Double) -> Double {
    switch aim {
    case .minimum: value
    case .maximum: -value
    case .target(let target): abs(value - target)
    }
  }
}
