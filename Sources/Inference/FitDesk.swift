import Optimizers

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
