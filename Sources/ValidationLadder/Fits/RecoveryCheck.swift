import Fitting
import Foundation
import Inference
import RealModule
import Sampling
import ScenarioFiles

/// Draws true values, makes series of them with noise, fits these, and looks whether the truth is found.
///
/// True values are a Latin hypercube over the inner four fifths of the bounds, on the scales of the
/// parameters. Intervals are the value ± 1.96 standard errors on the same scales.
struct RecoveryCheck {
  let validationCase: ValidationCase
  let tier: Tier

  /// What came of one series.
  private struct Trial {
    let reducedChiSquare: Double
    /// Of each parameter that no verdict names, whether its interval holds the truth.
    let covered: [Bool]
    /// The same of each parameter that has a standard error, tied or not.
    let coveredAtAll: [Bool]
    let hasConverged: Bool
  }

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let trials = try trials()
    let numbers = Self.numbers(of: trials)
    var claims: [Claim] = []
    for row in reference.rows {
      let name = row[try reference.place(of: "quantity")]
      guard let found = numbers[name] else {
        let known = numbers.keys.sorted().joined(separator: ", ")
        throw .bad("\(reference.path): a recovery has no \"\(name)\"; it has \(known)")
      }
      claims.append(
        Claim(
          validationCase, "\(name) of \(trials.count) series", of: name, found: found,
          between: try reference.number(row, try reference.place(of: "from")),
          and: try reference.number(row, try reference.place(of: "to"))))
    }
    return claims
  }

  private static func numbers(of trials: [Trial]) -> [String: Double] {
    let (covered, all) = (trials.flatMap(\.covered), trials.flatMap(\.coveredAtAll))
    let count = Double(trials.count)
    return [
      "coverage": Double(covered.count { $0 }) / Double(covered.count),
      "coverage_of_all": Double(all.count { $0 }) / Double(all.count),
      "identifiable": Double(covered.count),
      "reduced_chi_square": trials.reduce(0) { $0 + $1.reducedChiSquare } / count,
      "converged": Double(trials.count { $0.hasConverged }),
    ]
  }

  private func trials() throws(CaseError) -> [Trial] {
    let scenario = try validationCase.scenario()
    let options = validationCase.options
    let count = tier == .full ? options.count : options.quickCount
    guard let plan = scenario.fit, count > 0 else {
      throw .bad("\(validationCase.name): a recovery needs a \"count\" and a scenario with [fit]")
    }
    let hypercube = LatinHypercube(
      dimensions: plan.parameters.count, samples: options.count, seed: UInt64(options.seed))
    var trials: [Trial] = []
    for number in 0..<count {
      let truth = zip(plan.parameters, hypercube.point(at: number)).map { $0.inner($1) }
      trials.append(try trial(scenario, truth, seed: options.seed + number))
    }
    return trials
  }

  private func trial(
    _ scenario: Scenario, _ truth: [Double], seed: Int
  ) throws(CaseError) -> Trial {
    let overrides = zip(scenario.fit?.parameters ?? [], truth).map {
      ScenarioOverride($0.path, $0.text(of: $1))
    }
    let fit = try MadeSeries.fit(scenario, at: overrides, seed: seed)
    let result: FitResult
    do throws(InferenceError) {
      result = try fit.run(jobs: ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      throw .bad("\(validationCase.name): series \(seed): \(error)")
    }
    // What is known weakly has an interval all the same.
    let named = Set(result.verdicts.filter { $0.kind != .weak }.flatMap(\.parameters))
    var (covered, all): ([Bool], [Bool]) = ([], [])
    for place in truth.indices {
      guard let error = result.covariance.scaledError(place) else { continue }
      let parameter = result.parameters[place]
      let distance = parameter.scaled(result.best.values[place]) - parameter.scaled(truth[place])
      let isCovered = abs(distance) <= 1.96 * error
      all.append(isCovered)
      if !named.contains(place) { covered.append(isCovered) }
    }
    return Trial(
      reducedChiSquare: result.reducedChiSquare ?? .nan, covered: covered, coveredAtAll: all,
      hasConverged: result.best.hasConverged)
  }
}

extension FitPlan.Parameter {
  /// The value at a share of the inner four fifths of the bounds.
  fileprivate func inner(_ share: Double) -> Double {
    let place = 0.1 + 0.8 * share
    return isLogarithmic
      ? lower * Double.pow(upper / lower, place) : lower + (upper - lower) * place
  }
}
