/// One value of a scenario set to something else: a path and the text of the value.
public struct Override: Sendable, Hashable, Codable, CustomStringConvertible {
  public var path: String
  public var value: String

  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  public var description: String { "\(path) = \(value)" }
}
