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

  func fit(_ problem: ScaledProblem, from start: [Double]) throws(InferenceError) -> Fit {
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

/// What one search has asked so far: it counts, and remembers the last residuals and the last failure.
final class FitDesk {
  private let problem: ScaledProblem
  private var last: (x: [Double], residuals: [Double])?
  private(set) var lastFailure = ""
  private var evaluations = 0
  private var jacobians = 0
  private var failures = 0

  init(_ problem: ScaledProblem) {
    self.problem = problem
  }

  func residuals(_ x: [Double]) throws(ModelFailure) -> [Double] {
    if let last, last.x == x { return last.residuals + problem.priorResiduals(x) }
    evaluations += 1
    do {
      let residuals = try problem.dataResiduals(x)
      last = (x, residuals)
      return residuals + problem.priorResiduals(x)
    } catch {
      failures += 1
      lastFailure = error.reason
      throw error
    }
  }

  func evaluation(_ x: [Double], _ wanted: Wanted, count: Int) -> Evaluation? {
    do throws(ModelFailure) {
      guard wanted == .derivatives else {
        let residuals = try residuals(x)
        guard residuals.count == count else {
          throw ModelFailure("there are \(residuals.count) residuals, where there were \(count)")
        }
        return Evaluation(residuals: residuals)
      }
      jacobians += 1
      let known = last.flatMap { $0.x == x ? $0.residuals : nil }
      let linearization = try problem.linearization(x, known: known)
      guard linearization.residuals.count == count else {
        throw ModelFailure("derivatives came with a different number of residuals")
      }
      last = (x, Array(linearization.residuals.dropLast(problem.priors.count)))
      return linearization
    } catch {
      lastFailure = error.reason
      return nil
    }
  }

  func report(
    _ x: [Double], start: [Double], ending: BoundedLeastSquares.Ending, iterations: Int
  ) -> Fit {
    let data = (try? residuals(x).dropLast(problem.priors.count)).map(Array.init) ?? []
    let objective = (try? problem.objective(x)) ?? .infinity
    var outcome = Fit.Outcome(ending, limit: iterations)
    if case .failed = outcome.kind, !lastFailure.isEmpty { outcome.reason += ": \(lastFailure)" }
    return Fit(
      values: problem.values(x), start: start, objective: objective,
      chiSquare: data.reduce(0) { $0 + $1 * $1 }, residualCount: data.count,
      freeCount: problem.free.count, outcome: outcome, iterations: iterations,
      evaluations: evaluations, jacobians: jacobians, failures: failures)
  }
}
