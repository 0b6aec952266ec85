/// What is wrong with a quantity as it was written, and what would be right.
public enum UnitsError: Error, Hashable, Sendable {
  case notANumber(text: String, advice: String)
  case missingUnit(text: String, expected: Dimension)
  case unknownUnit(unit: String, part: String, suggestion: String?)
  case wrongDimension(text: String, given: String, expected: Dimension, suggestion: String?)
  case outOfRange(text: String)
  case unitDatabaseMissing
}

extension UnitsError: CustomStringConvertible {
  /// What was wrong.
  public var description: String {
    switch self {
    case .notANumber(let text, _):
      "\"\(text)\" is not a number followed by a unit"
    case .missingUnit(let text, let expected):
      "\"\(text)\" has no unit; \(expected.withArticle) is needed"
    case .unknownUnit(let unit, let part, _):
      unit == part
        ? "no unit is called \"\(part)\"" : "no unit is called \"\(part)\", in \"\(unit)\""
    case .wrongDimension(let text, let given, let expected, _):
      "\"\(text)\" is \(given); \(expected.withArticle) is needed"
    case .outOfRange(let text):
      "\"\(text)\" is beyond what a number can hold"
    case .unitDatabaseMissing:
      "the unit database of UDUNITS cannot be read"
    }
  }

  /// What would be right.
  public var hint: String? {
    switch self {
    case .notANumber(_, let advice): advice
    case .missingUnit(_, let expected): "for example \"\(expected.example)\""
    case .unknownUnit(_, _, let suggestion): suggestion.map { "did you mean \"\($0)\"?" }
    case .wrongDimension(_, _, let expected, let suggestion):
      suggestion.map { "did you mean \"\($0)\"?" } ?? "for example \"\(expected.example)\""
    case .outOfRange: nil
    case .unitDatabaseMissing: "install the package libudunits2-data, or set UDUNITS2_XML_PATH"
    }
  }
}
