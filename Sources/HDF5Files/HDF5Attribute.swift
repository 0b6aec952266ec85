/// The value of an attribute.
public enum HDF5Attribute: Equatable, Sendable {
  case string(String)
  case strings([String])
  case integer(Int64)
  case integers([Int64])
  case number(Double)
  case numbers([Double])
}

extension HDF5Attribute: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension HDF5Attribute {
  /// The text of a string attribute.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .strings(let texts) where texts.count == 1: texts[0]
    default: nil
    }
  }
}
