public import Optimizers

/// Least squares by values alone, for models whose residuals are noisy.
///
/// The model draws the same random numbers at every point, so that the noise is one function of the
/// parameters and not a new one each time.
public struct DerivativeFree: Sendable {
  public var method: DerivativeFreeSearch.Method
  public var loss = RobustLoss.none
  /// The first steps as a share of the range between the bounds; of a start where there are none.
  public var firstStep = 0.1
  public var tolerances = (function: 1e-8, parameter: 1e-6)
  public var evaluationLimit = 2000

  public init(_ method: DerivativeFreeSearch.Method = .bobyqa) {
    self.method = method
  }

  /// The minimum that is reached from a start.
  public func fit(
    _ model: any ResidualModel, from start: [Double]? = nil
  ) throws(InferenceError) -> Fit {
    var settings = LeastSquares()
    settings.loss = loss
    let problem = try ScaledProblem(model, settings)
    let start = start ?? model.parameters.map(\.start)
    guard start.count == problem.parameters.count else {
      throw .wrongCount(expected: problem.parameters.count, given: start.count)
    }
    for (value, parameter) in zip(start, problem.parameters) {
      guard value >= parameter.lower, value <= parameter.upper else {
        throw .startOutside(
          name: parameter.name, start: value, lower: parameter.lower, upper: parameter.upper)
      }
    }
    let x = problem.scaled(start)
    do throws(ModelFailure) { _ = try problem.objective(x) } catch {
      throw .startFails(reason: error.reason)
    }
    var search = DerivativeFreeSearch(
      method, lower: problem.lower, upper: problem.upper, steps: steps(problem, x))
    search.tolerances = tolerances
    search.evaluationLimit = evaluationLimit
    let failures = FailureCount()
    let minimum = search.minimise(from: x) { x in
      do throws(ModelFailure) { return try problem.objective(x) } catch {
        failures.count += 1
        return nil
      }
    }
    let data = (try? problem.dataResiduals(minimum.x)) ?? []
    return Fit(
      values: problem.values(minimum.x), start: start, objective: minimum.value,
      chiSquare: data.reduce(0) { $0 + $1 * $1 }, residualCount: data.count,
      freeCount: problem.free.count,
      outcome: Fit.Outcome(minimum.ending, limit: evaluationLimit), iterations: 0,
      evaluations: minimum.evaluations, jacobians: 0, failures: failures.count)
  }

  private func steps(_ problem: ScaledProblem, _ x: [Double]) -> [Double] {
    x.indices.map { slot in
      let range = problem.upper[slot] - problem.lower[slot]
      // Without bounds, e^firstStep on a logarithmic scale and a share of the start on a linear one.
      return range.isFinite ? firstStep * range : firstStep * max(1, abs(x[slot]))
    }
  }
}

private final class FailureCount {
  var count = 0
}
