import Optimizers
import RealModule

/// A model as a search sees it: residuals of scaled parameters, some of which may be held, with the
/// priors as further residuals at the end.
struct ScaledProblem: Sendable {
  let model: any ResidualModel
  let parameters: [FitParameter]
  let loss: RobustLoss
  let differences: FiniteDifferences
  let jobs: Int
  /// Values that do not change, by the place of their parameter.
  let held: [Int: Double]
  /// The places of the others.
  let free: [Int]
  let priors: [Int]

  init(
    _ model: any ResidualModel, _ settings: LeastSquares, held: [Int: Double] = [:]
  ) throws(InferenceError) {
    self.model = model
    parameters = model.parameters
    loss = settings.loss
    differences = settings.differences
    jobs = settings.jobs
    self.held = held
    free = parameters.indices.filter { held[$0] == nil }
    priors = free.filter { [parameters] in parameters[$0].prior != .none }
    try Self.check(parameters)
    guard loss.scale > 0, loss.scale.isFinite else { throw .badScale(loss: "\(loss)") }
  }

  private static func check(_ parameters: [FitParameter]) throws(InferenceError) {
    guard !parameters.isEmpty else { throw .noParameters }
    var names = Set<String>()
    for parameter in parameters {
      let (name, start) = (parameter.name, parameter.start)
      guard names.insert(name).inserted else { throw .duplicate(name: name) }
      guard parameter.lower < parameter.upper else {
        throw .boundsCrossed(name: name, lower: parameter.lower, upper: parameter.upper)
      }
      guard parameter.scale == .linear || start > 0 else {
        throw .notPositive(name: name, start: start)
      }
      guard start >= parameter.lower, start <= parameter.upper else {
        throw .startOutside(
          name: name, start: start, lower: parameter.lower, upper: parameter.upper)
      }
      switch parameter.prior {
      case .none: break
      case .normal(let mean, let sd):
        guard mean.isFinite, sd.isFinite, sd > 0 else { throw .badPrior(name: name) }
      case .lognormal(let median, let sd):
        guard median.isFinite, median > 0, sd.isFinite, sd > 0, parameter.lower >= 0 else {
          throw .badPrior(name: name)
        }
      }
    }
  }

  var lower: [Double] { free.map { parameters[$0].scaledLower } }
  var upper: [Double] { free.map { parameters[$0].scaledUpper } }

  /// All values in natural units.
  func values(_ x: [Double]) -> [Double] {
    var values = parameters.indices.map { held[$0] ?? 0 }
    for (slot, place) in free.enumerated() {
      values[place] = parameters[place].boundedValue(x[slot])
    }
    return values
  }

  /// The free parameters, scaled.
  func scaled(_ values: [Double]) -> [Double] { free.map { parameters[$0].scaled(values[$0]) } }

  /// The model's residuals alone, all of them numbers.
  func dataResiduals(_ x: [Double]) throws(ModelFailure) -> [Double] {
    let values = values(x)
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw ModelFailure("\(parameters[place].name) is \(values[place])")
    }
    return try Self.checked(try model.residuals(at: values))
  }

  private static func checked(_ residuals: [Double]) throws(ModelFailure) -> [Double] {
    guard let place = residuals.firstIndex(where: { !$0.isFinite }) else { return residuals }
    throw ModelFailure("residual \(place + 1) of \(residuals.count) is \(residuals[place])")
  }

  func priorResiduals(_ x: [Double]) -> [Double] {
    let values = values(x)
    return priors.compactMap { parameters[$0].prior.residual(values[$0]) }
  }

  func residuals(_ x: [Double]) throws(ModelFailure) -> [Double] {
    try dataResiduals(x) + priorResiduals(x)
  }

  /// Σρ(r²) over the data and Σz² over the priors.
  func objective(_ x: [Double]) throws(ModelFailure) -> Double {
    let data = try dataResiduals(x).reduce(0) { $0 + loss.value(ofSquare: $1 * $1) }
    return priorResiduals(x).reduce(data) { $0 + $1 * $1 }
  }

  /// The logarithm of the posterior density over the scaled parameters, but for a constant; minus
  /// infinity outside the bounds and where the model fails.
  func logDensity(_ x: [Double]) -> Double {
    for (slot, place) in free.enumerated() {
      let parameter = parameters[place]
      guard x[slot] >= parameter.scaledLower, x[slot] <= parameter.scaledUpper else {
        return -.infinity
      }
    }
    guard let objective = try? objective(x) else { return -.infinity }
    let values = values(x)
    return priors.reduce(-objective / 2) {
      $0 + parameters[$1].prior.volume(values[$1], parameters[$1].scale)
    }
  }
}
