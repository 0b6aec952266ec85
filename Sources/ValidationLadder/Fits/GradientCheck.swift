import Fitting
import Inference
import Optimizers
import ScenarioFiles

/// Holds the derivatives of a fit against differences of whole runs.
///
/// The series are what the scenario's own instruments show, the derivatives those at the starts of its
/// parameters. Of each series that the reference names, its `distance` is that of two columns relative to
/// their length, or its `slope` that of dχ²/2 relative to the lengths of column and residuals: with
/// scales and backgrounds of their own, columns leave out what no slope depends on. Differences are
/// extrapolated from two steps, (4 d(h) - d(2h))/3.
struct GradientCheck {
  let validationCase: ValidationCase
  /// h, relative to a parameter.
  private static let step = 3e-4

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let model = try MadeSeries.fit(
      try validationCase.scenario(), seed: validationCase.options.seed
    ).model
    let columns: [Column]
    do throws(ModelFailure) { columns = try self.columns(of: model) } catch {
      throw .bad("\(validationCase.name): \(error.reason)")
    }
    var claims: [Claim] = []
    for row in reference.rows {
      let quantity = row[try reference.place(of: "quantity")]
      let series = row[try reference.place(of: "of")]
      let expected = try reference.number(row, try reference.place(of: "value"))
      let own = columns.filter { $0.series == series }
      guard !own.isEmpty else {
        throw .bad("\(reference.path): the fit has no series \"\(series)\"")
      }
      for column in own {
        guard let found = column.error(quantity) else {
          throw .bad("\(reference.path): a derivative has no \"\(quantity)\"")
        }
        claims.append(
          Claim(
            validationCase, "\(quantity) by \(column.parameter) of \(series)", of: quantity,
            expected: expected, found: found))
      }
    }
    return claims
  }

  private func columns(of model: ScenarioModel) throws(ModelFailure) -> [Column] {
    let values = model.parameters.map(\.start)
    guard let evaluation = try model.linearization(at: values),
      let jacobian = evaluation.jacobian
    else { throw ModelFailure(model.refusal(at: values) ?? "there are no derivatives") }
    let series = try model.curves(at: values)
    var columns: [Column] = []
    for (place, parameter) in model.parameters.enumerated() {
      let differences = try differences(model, values, place)
      var first = 0
      for series in series {
        let rows = first..<(first + series.points)
        first = rows.upperBound
        columns.append(
          Column(
            parameter: parameter.name, series: series.name,
            residuals: Array(evaluation.residuals[rows]),
            slopes: Array(jacobian.column(place)[rows]), differences: Array(differences[rows])))
      }
    }
    return columns
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
}

/// Derivatives of one series by one parameter, and their differences.
private struct Column {
  let parameter: String
  let series: String
  let residuals: [Double]
  let slopes: [Double]
  let differences: [Double]

  /// How far they are apart, in a way; nil where there is no such way.
  func error(_ quantity: String) -> Double? {
    let length = Self.dot(differences, differences).squareRoot()
    let apart = zip(slopes, differences).map { $0 - $1 }
    switch quantity {
    case "distance": return Self.dot(apart, apart).squareRoot() / length
    case "slope":
      return abs(Self.dot(apart, residuals))
        / (length * Self.dot(residuals, residuals).squareRoot())
    default: return nil
    }
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
