import Fitting
import Inference
import Optimizers
import ScenarioFiles

/// Holds the derivatives of every series of a fit against differences of whole runs.
///
/// The series are what the scenario's own instruments show, the derivatives those at the starts of its
/// parameters. The distance of two columns is relative to their length; differences are extrapolated from
/// two steps, (4 d(h) - d(2h))/3.
struct GradientCheck {
  let validationCase: ValidationCase
  /// h, relative to a parameter.
  private static let step = 1e-3

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let quantity = try reference.place(of: "quantity")
    guard reference.rows.map({ $0[quantity] }) == ["distance"],
      validationCase.quantities == ["distance"]
    else { throw .bad("\(reference.path): what derivatives have is a distance") }
    let expected = try reference.number(reference.rows[0], try reference.place(of: "value"))
    let model = try MadeSeries.fit(
      try validationCase.scenario(), seed: validationCase.options.seed
    ).model
    do throws(ModelFailure) { return try claims(model, expected) } catch {
      throw .bad("\(validationCase.name): \(error.reason)")
    }
  }

  private func claims(
    _ model: ScenarioModel, _ expected: Double
  ) throws(ModelFailure) -> [Claim] {
    let values = model.parameters.map(\.start)
    guard let jacobian = try model.linearization(at: values)?.jacobian else {
      throw ModelFailure(model.refusal(at: values) ?? "there are no derivatives")
    }
    var claims: [Claim] = []
    for (place, parameter) in model.parameters.enumerated() {
      let column = jacobian.column(place)
      let differences = try differences(model, values, place)
      var first = 0
      for series in try model.curves(at: values) {
        let rows = first..<(first + series.points)
        first = rows.upperBound
        claims.append(
          Claim(
            validationCase, "distance by \(parameter.name) of \(series.name)", of: "distance",
            expected: expected, found: Self.distance(column[rows], differences[rows])))
      }
    }
    return claims
  }

  private func differences(
    _ model: ScenarioModel, _ values: [Double], _ place: Int
  ) throws(ModelFailure) -> [Double] {
    func difference(_ step: Double) throws(ModelFailure) -> [Double] {
      var (low, high) = (values, values)
      low[place] *= 1 - step
      high[place] *= 1 + step
      let ends = (try model.residuals(at: low), try model.residuals(at: high))
      return zip(ends.0, ends.1).map { ($1 - $0) / (high[place] - low[place]) }
    }
    return zip(try difference(Self.step), try difference(2 * Self.step)).map { (4 * $0 - $1) / 3 }
  }

  private static func distance(_ one: ArraySlice<Double>, _ other: ArraySlice<Double>) -> Double {
    let apart = zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let length = other.reduce(0) { $0 + $1 * $1 }
    return length > 0 ? (apart / length).squareRoot() : .infinity
  }
}
