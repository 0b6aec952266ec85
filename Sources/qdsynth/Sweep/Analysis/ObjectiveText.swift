import Foundation
import SweepAnalysis
import Units

/// What `--objective` says: "dispersion min", "max yield", "diameter = 5 nm".
struct ObjectiveText {
  let quantity: String
  private let aim: Aim

  private enum Aim {
    case minimum
    case maximum
    case target(String)
  }

  init(_ text: String) throws(Fault) {
    if let sign = text.firstIndex(of: "=") {
      quantity = String(text[..<sign]).trimmingCharacters(in: .whitespaces)
      aim = .target(String(text[text.index(after: sign)...]).trimmingCharacters(in: .whitespaces))
      return
    }
    let words = text.split(separator: " ").map(String.init)
    let aims = ["min": Aim.minimum, "max": .maximum]
    guard words.count == 2, let place = words.firstIndex(where: { aims[$0] != nil }),
      let aim = aims[words[place]]
    else {
      throw Fault(
        .usage,
        "error: --objective \"\(text)\" does not say what is wanted; write \"\(words.first ?? "yield") "
          + "max\", \"\(words.first ?? "dispersion") min\" or \"diameter = 5 nm\"")
    }
    quantity = words[1 - place]
    self.aim = aim
  }

  /// In the unit of its column.
  func objective(_ column: ResponseColumn) throws(Fault) -> Objective {
    let aim: Objective.Aim =
      switch self.aim {
      case .minimum: .minimum
      case .maximum: .maximum
      case .target(let text): .target(try Self.number(text, in: column))
      }
    return Objective(column.name, unit: column.unit, aim: aim)
  }

  private static func number(_ text: String, in column: ResponseColumn) throws(Fault) -> Double {
    do throws(UnitsError) {
      let dimension = try Dimension(measuredIn: column.unit)
      let value = try dimension.parse(text)
      return column.unit == "1" ? value : try dimension.convert(value, to: column.unit)
    } catch {
      throw Fault(
        .usage,
        "error: --objective \"\(column.name) = \(text)\": \(error)"
          + (error.hint.map { "; \($0)" } ?? "")
          + (column.unit == "1" ? "" : "; \(column.name) is in \(column.unit)"))
    }
  }
}
