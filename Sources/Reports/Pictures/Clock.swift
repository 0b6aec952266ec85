/// How time is shown: in which unit, and on which scale.
struct Clock {
  let axis: PlotAxis
  private let unitLength: Double

  init(start: Double?, end: Double, scale: TimeCourse.TimeScale, outputs: [Double]) {
    let isLog = scale == .log || (scale == .automatic && Self.areSpreadByFactors(outputs))
    let (unit, length) = isLog ? ("s", 1) : Self.unit(for: end)
    unitLength = length
    axis = PlotAxis(
      "time", unit, scale: isLog ? .log : .linear,
      minimum: isLog ? start : 0, maximum: end / length)
  }

  /// The curve in the unit shown, without what a logarithmic axis cannot show.
  func curve(_ curve: Curve) -> Curve {
    let shown = curve.x.indices.filter { axis.scale == .linear || curve.x[$0] > 0 }
    var result = curve
    result.x = shown.map { curve.x[$0] / unitLength }
    result.y = shown.map { curve.y[$0] }
    result.error = curve.error.map { errors in shown.map { errors[$0] } }
    result.interval = curve.interval.map { intervals in shown.map { intervals[$0] } }
    return result
  }

  /// A time in seconds as the axis shows it.
  func shown(_ time: Double) -> Double { time / unitLength }

  /// A time in seconds, in words.
  func text(_ time: Double) -> String { "\(shown(time)) \(axis.unit)" }

  private static func unit(for end: Double) -> (String, Double) {
    switch end {
    case ..<600: ("s", 1)
    case ..<10_800: ("min", 60)
    case ..<345_600: ("h", 3600)
    default: ("d", 86_400)
    }
  }

  /// Whether times are spaced by factors: half of them lie in the first tenth.
  private static func areSpreadByFactors(_ times: [Double]) -> Bool {
    guard times.count > 4, let end = times.last else { return false }
    return times[times.count / 2] < 0.1 * end
  }
}
