/// What a library of optimisation or linear algebra could not do.
public struct OptimizerError: Error, Sendable, Hashable, CustomStringConvertible {
  public let function: String
  public let message: String

  public init(function: String, message: String) {
    self.function = function
    self.message = message
  }

  public var description: String { "\(function): \(message)" }
}
