/// One direction of a design: a path into the scenario and the values it takes.
public struct Axis: Sendable, Equatable, Codable {
  public var path: String
  public var levels: Levels

  public init(_ path: String, _ levels: Levels) {
    self.path = path
    self.levels = levels
  }

  public enum Levels: Sendable, Equatable {
    /// These values and no others.
    case values([String])
    /// All between two ends; `count` says how many levels a grid takes.
    case range(from: String, to: String, count: Int?, scale: Scale)
  }

  public enum Scale: String, Sendable, Equatable, Codable, CaseIterable {
    case linear
    case log
  }
}
