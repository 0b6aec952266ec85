import RealModule

/// A direction in the space of parameters along which no datum changes.
struct FlatDirection {
  /// Places of the parameters that take part.
  let parameters: [Int]
  let names: [String]
  /// What stays the same along the direction, each with its value at the fit.
  let fixedCombinations: [String]

  /// - Parameter weights: how far each scaled parameter goes.
  init(_ places: [Int], _ weights: [Double], _ sensitivity: Sensitivity) {
    let largest = weights.map(abs).max() ?? 0
    let taking = places.indices.filter { abs(weights[$0]) > 0.01 * largest }
      .sorted { places[$0] < places[$1] }
    parameters = taking.map { places[$0] }
    let all = sensitivity.parameters
    names = parameters.map { all[$0].name }
    // The parameter that moves most, to which the others are compared, is written last.
    let lead = taking.max { abs(weights[$0]) < abs(weights[$1]) }
    guard let lead, taking.count > 1 else {
      fixedCombinations = []
      return
    }
    fixedCombinations = taking.filter { $0 != lead }.map { other in
      Self.combination(
        all[places[other]], sensitivity.values[places[other]],
        all[places[lead]], sensitivity.values[places[lead]],
        ratio: weights[other] / weights[lead])
    }
  }

  /// x - ratio · y of two scaled parameters: a product of powers where both are logarithms.
  private static func combination(
    _ one: FitParameter, _ value: Double, _ other: FitParameter, _ otherValue: Double, ratio: Double
  ) -> String {
    if one.scale == .logarithmic, other.scale == .logarithmic {
      let exponent = -ratio
      let size = Double.exp(Double.log(value) + exponent * Double.log(otherValue))
      let power = tidy(abs(exponent))
      let second = power == "1" ? other.name : "\(other.name)^\(power)"
      let sign = exponent > 0 ? " · " : " / "
      return "\(one.name)\(sign)\(second) = \(rounded(size, 4))"
    }
    // In natural units, or in logarithms of them.
    let slope = { (parameter: FitParameter, value: Double) in
      parameter.scale == .linear ? parameter.slope(atValue: value) : 1
    }
    let factor = -ratio * slope(one, value) / slope(other, otherValue)
    let (first, second) = (term(one, value), term(other, otherValue))
    let size = first.value + factor * second.value
    let weight = tidy(abs(factor))
    let product = weight == "1" ? second.text : "\(weight) · \(second.text)"
    return "\(first.text) \(factor > 0 ? "+" : "-") \(product) = \(rounded(size, 4))"
  }

  private static func term(
    _ parameter: FitParameter, _ value: Double
  ) -> (text: String, value: Double) {
    parameter.scale == .linear
      ? (parameter.name, value) : ("ln \(parameter.name)", Double.log(value))
  }

  /// Three digits, and a whole number where it is one to within a hundredth.
  private static func tidy(_ number: Double) -> String {
    let whole = number.rounded()
    return rounded(abs(number - whole) < 0.01 && whole > 0 ? whole : number, 3)
  }
}
