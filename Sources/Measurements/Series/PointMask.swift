/// Whether a point is to be used, and if not, why not.
public enum PointMask: Int64, Sendable, Equatable, CaseIterable {
  case kept = 0
  /// The intensity, or the q, is not a number.
  case notANumber = 1
  /// The error is missing, zero or negative, where other points have one.
  case noDeviation = 2
  /// Outside the range of q that was asked for.
  case outsideRange = 3
  /// q is zero or negative.
  case notPositive = 4
  /// The file itself says that the point is not to be used.
  case inFile = 5

  /// The reason in words.
  public var words: String {
    switch self {
    case .kept: "kept"
    case .notANumber: "the intensity is not a number"
    case .noDeviation: "the error is missing, zero or negative"
    case .outsideRange: "outside the range asked for"
    case .notPositive: "q is not above zero"
    case .inFile: "masked in the file"
    }
  }

  /// The reason as one word, for flags in files.
  public var flag: String {
    switch self {
    case .kept: "kept"
    case .notANumber: "not_a_number"
    case .noDeviation: "no_deviation"
    case .outsideRange: "outside_range"
    case .notPositive: "not_positive"
    case .inFile: "masked_in_file"
    }
  }

  /// The flags of all, as files hold them.
  static var meanings: String { allCases.map(\.flag).joined(separator: " ") }
}
