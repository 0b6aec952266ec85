import Foundation
public import SweepAnalysis

/// What pictures of an analysed sweep are drawn from.
public struct AnalysedSweep: Sendable {
  /// A quantity of every point.
  public struct Response: Sendable {
    public let quantity: String
    /// Nothing, where values are logarithms.
    public let unit: String
    /// With the unit that logarithms are of.
    public let label: String
    /// Not finite where a point has none.
    public let values: [Double]
    /// In the order of the factors.
    public let effects: [MainEffect]
    public let indices: SobolIndices?

    /// - Parameter isLog: whether values are decadic logarithms of numbers in the unit.
    public init(
      _ quantity: String, unit: String, isLog: Bool = false, values: [Double],
      effects: [MainEffect], indices: SobolIndices?
    ) {
      let inside = unit == "1" ? quantity : "\(quantity) / \(UnitText.shown(unit))"
      self.quantity = isLog ? "log₁₀ \(quantity)" : quantity
      self.unit = isLog ? "1" : unit
      label = isLog ? "log₁₀(\(inside))" : quantity
      self.values = values
      self.effects = effects
      self.indices = indices
    }
  }

  public let factors: [Factor]
  public let responses: [Response]
  /// Whether factors run over levels of a grid or along a list; else points are a sample.
  public let hasLevels: Bool

  public init(factors: [Factor], responses: [Response], hasLevels: Bool) {
    self.factors = factors
    self.responses = responses
    self.hasLevels = hasLevels
  }

  /// What factors are called in pictures.
  public var factorNames: [String] { Self.names(of: factors.map(\.name)) }

  /// The ends of paths, longer below one of several (`species[0].initial`) and where two are the same.
  public static func names(of paths: [String]) -> [String] {
    let ends = paths.map { path in
      let parts = path.split(separator: ".").filter { $0 != "value" }
      let isNumbered = parts.dropLast().last?.hasSuffix("]") == true
      return parts.suffix(isNumbered ? 2 : 1).joined(separator: " ").replacing("_", with: " ")
    }
    return zip(paths, ends).map { path, end in ends.count { $0 == end } > 1 ? path : end }
  }

  /// How many panels stand side by side: one for each factor, or two rows of them.
  static func columns(for factors: Int) -> Int {
    factors <= 6 ? factors : min(6, (factors + 1) / 2)
  }

  // MARK: - Axes

  /// The axis along which a factor is drawn.
  func axis(of place: Int) -> PlotAxis {
    let factor = factors[place]
    let name = factorNames[place]
    guard !factor.isText else {
      return PlotAxis(
        name, "1", minimum: -0.5, maximum: Double(factor.groups.count) - 0.5,
        names: factor.groups.map { Self.wrapped($0.text ?? "", width: 12) })
    }
    let isLog = factor.scale == .log
    var axis = PlotAxis(
      name, factor.unit.isEmpty ? "1" : factor.unit, scale: isLog ? .log : .linear)
    let known = factor.values.filter(\.isFinite)
    guard let first = known.min(), let last = known.max(), first < last else {
      return axis
    }
    (axis.minimum, axis.maximum) = Self.withAir(first, last, isLog: isLog)
    if !isLog { axis.step = PlotAxis.roundStep(over: last - first, parts: 5) }
    return axis
  }

  /// The axis of values, from the least to the largest of them, or from zero where that is not far.
  static func axis(_ quantity: String, _ unit: String, _ values: [Double]) -> PlotAxis {
    let values = values.filter(\.isFinite)
    var axis = PlotAxis(quantity, unit)
    guard let least = values.min(), let largest = values.max(), least < largest else { return axis }
    if least > 0, largest / least >= 30 {
      axis.scale = .log
      (axis.minimum, axis.maximum) = withAir(least, largest, isLog: true)
      return axis
    }
    (axis.minimum, axis.maximum) = withAir(least, largest, isLog: false)
    if least >= 0, least < 0.4 * largest { axis.minimum = 0 }
    return axis
  }

  private static func withAir(_ first: Double, _ last: Double, isLog: Bool) -> (Double, Double) {
    let air = 0.05
    guard isLog else { return (first - air * (last - first), last + air * (last - first)) }
    return (first * pow(first / last, air), last * pow(last / first, air))
  }

  /// Words in lines of at most so many characters, where they are not longer themselves.
  static func wrapped(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
