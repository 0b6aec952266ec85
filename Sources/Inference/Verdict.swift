import Foundation
import RealModule

/// One thing that a fit cannot tell, in words.
public struct Verdict: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case dead
    case flat
    case correlated
    case notPinned = "not-pinned"
    case weak = "weakly-identified"
    case atBound = "at-bound"
  }

  public let kind: Kind
  /// Places of the parameters that it is about.
  public let parameters: [Int]
  public let text: String

  static func dead(_ place: Int, _ parameter: FitParameter) -> Verdict {
    let held =
      parameter.prior == .none
      ? "its value means nothing; fix it, or add data that depend on it"
      : "what is said of it is its prior alone"
    return Verdict(
      kind: .dead, parameters: [place],
      text: "the data do not depend on \(parameter.name): \(held)")
  }

  static func flat(_ direction: FlatDirection) -> Verdict {
    let names = direction.names
    let list =
      names.count == 1
      ? names[0]
      : names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")"
    let fixed = direction.fixedCombinations.joined(separator: "; ")
    let text =
      names.count == 1
      ? "the data hardly depend on \(list): any value near by fits as well"
      : "\(list) only in combination: the data fix \(fixed), and none of them alone"
    return Verdict(kind: .flat, parameters: direction.parameters, text: text)
  }

  static func tied(
    _ one: Int, _ other: Int, _ correlation: Double, _ parameters: [FitParameter]
  ) -> Verdict {
    let (first, second) = (parameters[one].name, parameters[other].name)
    let way = correlation > 0 ? "a larger" : "a smaller"
    return Verdict(
      kind: .correlated, parameters: [one, other],
      text: "\(first) and \(second) are tied (correlation \(rounded(correlation, 3))): \(way) "
        + "\(second) makes up for most of a larger \(first)")
  }

  static func notPinned(_ place: Int, _ parameter: FitParameter, error: Double) -> Verdict {
    let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
    return Verdict(
      kind: .notPinned, parameters: [place],
      text:
        "\(parameter.name) is not pinned: its standard error, \(rounded(error, 2))\(unit), is wider "
        + "than its bounds, \(rounded(parameter.lower, 3)) to \(rounded(parameter.upper, 3))\(unit)"
    )
  }

  /// - Parameter scaledError: of the scaled parameter, which on a logarithmic scale makes a factor.
  static func weak(
    _ place: Int, _ parameter: FitParameter, value: Double, scaledError: Double
  ) -> Verdict {
    let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
    let best = "\(rounded(value, 3))\(unit)"
    let known =
      switch parameter.scale {
      case .logarithmic:
        "to a factor of \(rounded(Double.exp(scaledError), 2)) either way (68 %), around \(best)"
      case .linear:
        "as \(best) +/- \(rounded(scaledError * parameter.slope(atValue: value), 2))\(unit) (68 %)"
      }
    return Verdict(
      kind: .weak, parameters: [place],
      text: "\(parameter.name) is known only \(known): a profile likelihood says how far it may lie"
    )
  }

  static func atBound(_ place: Int, _ parameter: FitParameter, isLower: Bool) -> Verdict {
    let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
    let bound = isLower ? parameter.lower : parameter.upper
    return Verdict(
      kind: .atBound, parameters: [place],
      text: "\(parameter.name) ended at its \(isLower ? "lower" : "upper") bound, "
        + "\(rounded(bound, 4))\(unit): the data want it \(isLower ? "lower" : "higher") still; widen "
        + "the bound, or ask whether the mechanism is right")
  }
}

/// A number with so many digits, for a sentence.
func rounded(_ number: Double, _ digits: Int) -> String {
  String(format: "%.\(digits)g", number)
}
