import FitFiles
import Foundation

/// How the values of a parameter are shown: as their distance from the best value where they hardly differ,
/// as their logarithm where they differ by decades.
struct ParameterAxis {
  let axis: PlotAxis
  private let form: Form

  private enum Form {
    case plain
    case logarithm
    /// Percent of the best value above it.
    case relative(Double)
  }

  private static let longest = 20
  private static let decades = 20.0
  private static let narrow = 0.02
  /// More numbers than these would touch one another where they have three digits.
  private static let parts = 4

  init(_ parameter: FitFile.Parameter, _ values: [Double]) {
    let name = Self.short(parameter.name)
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    if least > 0, most / least > Self.decades {
      form = .logarithm
      let unit = UnitText.shown(parameter.unit)
      axis = PlotAxis("log₁₀ \(name)\(unit.isEmpty ? "" : " / (\(unit))")", "1")
    } else if parameter.value != 0, most - least < Self.narrow * abs(parameter.value) {
      form = .relative(parameter.value)
      axis = PlotAxis("\(name), off the best", "%")
    } else {
      form = .plain
      axis = PlotAxis(
        name, parameter.unit, step: PlotAxis.roundStep(over: most - least, parts: Self.parts))
    }
  }

  func shown(_ value: Double) -> Double {
    switch form {
    case .plain: value
    case .logarithm: log10(value)
    case .relative(let best): 100 * (value - best) / abs(best)
    }
  }

  /// The end of a path that fits beside an axis.
  private static func short(_ path: String) -> String {
    guard path.count > longest else { return path }
    let last = path.split(separator: ".").last.map(String.init) ?? path
    return "…" + last.suffix(longest)
  }
}
