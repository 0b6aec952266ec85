/// A value with its standard error; nil where the data give it none.
public struct Estimate: Sendable, Hashable, Codable {
  public var value: Double
  public var error: Double?

  public init(_ value: Double, error: Double? = nil) {
    self.value = value
    self.error = error.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The same in another unit.
  public func times(_ factor: Double) -> Estimate {
    Estimate(value * factor, error: error.map { $0 * abs(factor) })
  }
}
