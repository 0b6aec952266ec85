import Foundation

/// The numbers that stand at an axis: a power of ten is taken out of a linear one.
struct AxisScale {
  let axis: PlotAxis
  /// The smallest and largest value that is drawn.
  let range: ClosedRange<Double>?
  private let exponent: Int

  init(_ axis: PlotAxis, values: [Double]) {
    self.axis = axis
    let shown = values.filter { $0.isFinite && (axis.scale == .linear || $0 > 0) }
    let least = axis.minimum ?? shown.min()
    let most = axis.maximum ?? shown.max()
    if let least, let most, least <= most { range = least...most } else { range = nil }
    let size = max(abs(least ?? 0), abs(most ?? 0))
    let power = size > 0 ? Int(floor(log10(size))) : 0
    exponent = axis.scale == .linear && (power >= 4 || power <= -2) ? power : 0
  }

  /// A value as the axis counts.
  func shown(_ value: Double) -> Double { value / pow10(Double(exponent)) }

  /// `number of crystals (10²¹ m⁻³)`.
  var label: String {
    let unit = UnitText.shown(axis.unit)
    let power = exponent == 0 ? "" : UnitText.powerOfTen(exponent)
    let both = [power, unit].filter { !$0.isEmpty }.joined(separator: " ")
    return both.isEmpty ? axis.quantity : "\(axis.quantity) (\(both))"
  }

  /// The lines that set up this axis, which is `x`, `y` or `y2`.
  func lines(_ name: String) -> [String] {
    var lines = [
      "set \(name)label \(GnuplotScript.quoted(label)) noenhanced tc rgb '\(Palette.ink.hex)'",
      "set format \(name) '\(format)'",
      axis.scale == .log ? "set logscale \(name)" : "unset logscale \(name)",
      "set \(name)range [\(lowest):\(highest)]",
    ]
    if let step = axis.step {
      lines.append("set \(name)tics \(GnuplotScript.number(shown(step)))")
    }
    if let names = axis.names {
      let tics = names.enumerated().map { "\(GnuplotScript.lines($1)) \($0)" }
      lines.append("set \(name)tics (\(tics.joined(separator: ", ")))")
    }
    if axis.scale == .log, let range, range.lowerBound > 0, decades < LogarithmicTics.few {
      let tics = LogarithmicTics(over: range).tics.map { tic in
        "'\(tic.text)' \(GnuplotScript.number(tic.value)) \(tic.text.isEmpty ? 1 : 0)"
      }
      lines.append("set \(name)tics (\(tics.joined(separator: ", ")))")
    }
    return lines
  }

  private var lowest: String {
    guard let range, range.upperBound > 0 || axis.scale == .linear else { return "*" }
    return axis.minimum != nil || axis.scale == .log
      ? GnuplotScript.number(shown(range.lowerBound)) : "*"
  }

  /// The end of the data for what is given, and the next tic for what is found.
  private var highest: String {
    guard let range, range.upperBound > range.lowerBound else { return "*" }
    if let maximum = axis.maximum { return GnuplotScript.number(shown(maximum)) }
    return axis.scale == .log && axis.minimum == nil
      ? GnuplotScript.number(range.upperBound) : "*"
  }

  private var decades: Double {
    guard let range, range.lowerBound > 0 else { return 0 }
    return log10(range.upperBound / range.lowerBound)
  }

  /// Powers of ten where plain numbers would be long.
  private var format: String {
    guard axis.scale == .log, let range, decades >= LogarithmicTics.few else { return "%g" }
    let top = axis.maximum ?? pow10(ceil(log10(range.upperBound)))
    return top < 2e4 && range.lowerBound > 5e-3 ? "%g" : "10^{%L}"
  }
}
