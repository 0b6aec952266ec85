/// How far a number is from what was expected.
enum Norm: String, CaseIterable {
  /// |found - expected|/|expected|.
  case relative
  /// |found - expected|.
  case absolute
  /// How far it lies outside the interval that was expected.
  case interval

  func error(of found: Double, from expected: Double) -> Double {
    if found == expected { return 0 }
    return switch self {
    case .relative: abs(found - expected) / abs(expected)
    case .absolute, .interval: abs(found - expected)
    }
  }
}
