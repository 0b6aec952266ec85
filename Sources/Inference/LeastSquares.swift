public import Optimizers

/// Least squares by Levenberg and Marquardt's steps within bounds.
public struct LeastSquares: Sendable {
  public var loss = RobustLoss.none
  /// For models without derivatives of their own.
  public var differences = FiniteDifferences()
  public var iterationLimit = 200
  /// Relative change of the objective, largest slope, and relative change of the parameters, at which a
  /// fit has converged.
  public var tolerances = (function: 1e-12, gradient: 1e-12, parameter: 1e-12)
  /// Threads that share the derivatives of one fit.
  public var jobs = 1

  public init() {}

  /// The minimum that is reached from a start.
  ///
  /// - Parameter start: values in natural units; where nil, those of the parameters.
  public func fit(
    _ model: any ResidualModel, from start: [Double]? = nil
  ) throws(InferenceError) -> Fit {
    try fit(ScaledProblem(model, self), from: start ?? model.parameters.map(\.start))
  }

  /// Ends where no step within the bounds leads down: parameters that press against a bound are held
  /// there while the others settle, and let go where that turns their slope around.
  func fit(_ problem: ScaledProblem, from start: [Double]) throws(InferenceError) -> Fit {
    var fit = try descend(problem, from: start)
    var pressed = [Int: Double]()
    for _ in 0..<(2 * problem.free.count + 2) {
      guard fit.outcome.kind != .failed else { break }
      let now = problem.pressedAgainstBounds(at: fit.values)
      guard now != pressed else { break }
      pressed = now
      let rest = try ScaledProblem(
        problem.model, self, held: problem.held.merging(pressed) { first, _ in first })
      let settled = fit.continued(
        by: try descend(rest, from: pressed.reduce(into: fit.values) { $0[$1.key] = $1.value }))
      guard settled.objective <= fit.objective * (1 + 1e-9) else { break }
      fit = settled
    }
    return fit
  }

  /// One search by Ceres, whose steps are cut off at the bounds.
  private func descend(
    _ problem: ScaledProblem, from start: [Double]
  ) throws(InferenceError) -> Fit {
    guard start.count == problem.parameters.count else {
      throw .wrongCount(expected: problem.parameters.count, given: start.count)
    }
    for (value, parameter) in zip(start, problem.parameters) {
      guard value >= parameter.lower, value <= parameter.upper else {
        throw .startOutside(
          name: parameter.name, start: value, lower: parameter.lower, upper: parameter.upper)
      }
    }
    let x = zip(problem.scaled(start), zip(problem.lower, problem.upper)).map { x, bounds in
      min(max(x, bounds.0), bounds.1)
    }
    let desk = FitDesk(problem)
    let first = Result { () throws(ModelFailure) in try desk.residuals(x) }
    guard case .success(let residuals) = first else {
      throw .startFails(reason: desk.lastFailure)
    }
    guard !problem.free.isEmpty else {
      return desk.report(x, start: start, ending: .smallGradient, iterations: 0)
    }
    guard residuals.count >= problem.free.count else {
      throw .tooFewData(residuals: residuals.count, parameters: problem.free.count)
    }
    var search = BoundedLeastSquares(
      lower: problem.lower, upper: problem.upper, residualCount: residuals.count)
    search.plainCount = problem.priors.count
    search.loss = loss
    search.iterationLimit = iterationLimit
    search.tolerances = tolerances
    let minimum = search.minimise(from: x) { x, wanted in
      desk.evaluation(x, wanted, count: residuals.count)
    }
    return desk.report(
      minimum.x, start: start, ending: minimum.ending, iterations: minimum.iterations)
  }
}
