import Foundation

/// All values between two quantities, spaced evenly or by a constant factor.
///
/// The way between the ends is measured in SI units; values are written in the unit of the
/// first end with twelve significant digits, which is what makes the identity of a point
/// independent of the last bit of a mathematical library.
struct Interval: Sendable {
  private let from: Double
  private let to: Double
  private let scale: Axis.Scale
  private let first: String
  private let last: String?
  private let unit: String
  private let line: (zero: Double, size: Double)

  init(
    from: String, to: String, scale: Axis.Scale, path: String, converter: some QuantityConverter
  ) throws(CampaignError) {
    guard let start = QuantityText(from), let end = QuantityText(to) else {
      let culprit = QuantityText(from) == nil ? from : to
      throw .badDesign(
        "sweep axis \(path): \"\(culprit)\" is not a number with its unit; "
          + "give values = [...] for anything else")
    }
    unit = start.unit
    line = try converter.line(of: unit)
    self.from = try converter.siValue(of: start, comparableTo: unit)
    self.to = try converter.siValue(of: end, comparableTo: unit)
    self.scale = scale
    first = from
    last = start.unit == end.unit ? to : nil
    guard scale == .linear || (self.from > 0 && self.to > 0) else {
      throw .badDesign(
        "sweep axis \(path): scale = \"log\" needs both ends above zero, not \(from) and \(to)")
    }
  }

  func text(at fraction: Double) -> String {
    if fraction == 0 { return first }
    if fraction == 1, let last { return last }
    let value =
      switch scale {
      case .linear: from + (to - from) * fraction
      case .log: from * pow(to / from, fraction)
      }
    return QuantityText(number: Self.rounded((value - line.zero) / line.size), unit: unit).text
  }

  static func rounded(_ number: Double) -> Double {
    Double(String(format: "%.11e", number)) ?? number
  }
}
