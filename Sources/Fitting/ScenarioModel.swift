import ClusterMonteCarlo
public import Inference
public import Optimizers
import PopulationBalance
public import ScenarioFiles
import Synthesis

/// A scenario as a function of some of its values, held against measurements.
public struct ScenarioModel: ResidualModel {
  public let parameters: [FitParameter]
  let plan: FitPlan
  let conditions: [FitCondition]

  /// Scales and backgrounds that are found beside the parameters.
  public var termCount: Int {
    conditions.reduce(0) { $0 + $1.targets.reduce(0) { $0 + $1.termCount } }
  }

  init(_ plan: FitPlan, _ conditions: [FitCondition]) {
    self.plan = plan
    self.conditions = conditions
    parameters = plan.parameters.map { parameter in
      FitParameter(
        parameter.path, unit: parameter.unit, start: parameter.start, lower: parameter.lower,
        upper: parameter.upper, scale: parameter.isLogarithmic ? .logarithmic : .linear,
        prior: Prior(parameter.prior))
    }
  }

  public func residuals(at values: [Double]) throws(ModelFailure) -> [Double] {
    try compare(at: values, withSlopes: false).flatMap { $0.flatMap(\.residuals) }
  }

  public func linearization(at values: [Double]) throws(ModelFailure) -> Evaluation? {
    guard hasSensitivities(at: values) else { return nil }
    let comparisons = try compare(at: values, withSlopes: true).flatMap(\.self)
    guard comparisons.allSatisfy({ $0.slopes != nil }) else { return nil }
    let residuals = comparisons.flatMap(\.residuals)
    let columns = parameters.indices.map { place in
      comparisons.flatMap { $0.slopes?[place] ?? [] }
    }
    return Evaluation(residuals: residuals, jacobian: DenseMatrix(columns: columns))
  }

  /// Model and measurement at some values, condition by condition and series by series.
  public func curves(at values: [Double]) throws(ModelFailure) -> [SeriesFit] {
    let compared = try compare(at: values, withSlopes: false)
    return zip(conditions, compared).flatMap { condition, comparisons in
      zip(condition.targets, comparisons).map { target, comparison in
        SeriesFit(
          name: target.name, kind: target.kind, unit: target.unit, curves: comparison.curves,
          scale: comparison.scale,
          chiSquare: comparison.residuals.reduce(0) { $0 + $1 * $1 },
          points: comparison.residuals.count)
      }
    }
  }

  // MARK: - Runs

  func overrides(_ values: [Double]) -> [ScenarioOverride] {
    zip(plan.parameters, values).map { ScenarioOverride($0.path, $0.text(of: $1)) }
  }

  private func experiment(
    _ condition: FitCondition, at values: [Double]
  ) throws(ModelFailure) -> Experiment {
    do throws(ScenarioError) { return try condition.experiment(overrides(values)) } catch {
      throw ModelFailure(error.description)
    }
  }

  /// By how many standard deviations the data together move when runs are ten times as exact; nil where
  /// they are realizations.
  ///
  /// Above 1, errors of the integration are no smaller than those of the fit.
  func numericalShift(at values: [Double]) throws(ModelFailure) -> Double? {
    guard conditions.allSatisfy({ $0.scenario.experiment.engine == .balance }) else { return nil }
    let exact = try compare(at: values, withSlopes: false, tolerance: 0.1)
    let fitted: [Double]
    if let own = try linearization(at: values) {
      fitted = own.residuals
    } else {
      fitted = try residuals(at: values)
    }
    let differences = zip(exact.joined().flatMap(\.residuals), fitted).map { $0 - $1 }
    return differences.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// - Parameter tolerance: that of the runs, as a share of what the scenario says.
  private func compare(
    at values: [Double], withSlopes: Bool, tolerance: Double = 1
  ) throws(ModelFailure) -> [[FitComparison]] {
    var all: [[FitComparison]] = []
    for condition in conditions {
      var experiment = try experiment(condition, at: values)
      experiment.tolerances.relative *= tolerance
      experiment.tolerances.absolute *= tolerance
      let outputs = try outputs(
        of: experiment, withSlopes ? try directions(condition, at: values) : [])
      guard outputs.count == condition.times.count else {
        throw ModelFailure("the run ended before the last measurement")
      }
      var comparisons: [FitComparison] = []
      for (target, places) in zip(condition.targets, condition.places) {
        comparisons.append(try target.compare(places.map { outputs[$0] }))
      }
      all.append(comparisons)
    }
    return all
  }

  private func outputs(
    of experiment: Experiment, _ directions: [Direction]
  ) throws(ModelFailure) -> [FitOutput] {
    guard experiment.engine == .balance else {
      let ensemble = experiment.ensemble(jobs: 1) { _ in .proceed }
      let trajectory = ensemble.trajectory(of: experiment.network)
      if let interruption = trajectory.interruption { throw ModelFailure(interruption.reason) }
      return FitOutput.all(of: trajectory)
    }
    let sensitive: SensitiveTrajectory
    do throws(SensitivityRefusal) {
      sensitive = try experiment.balance(along: directions)
    } catch {
      guard directions.isEmpty else { throw ModelFailure(error.description) }
      let trajectory = experiment.balance()
      if let interruption = trajectory.interruption { throw ModelFailure(interruption.reason) }
      return FitOutput.all(of: trajectory)
    }
    if let interruption = sensitive.trajectory.interruption {
      throw ModelFailure(interruption.reason)
    }
    return FitOutput.all(of: sensitive, on: experiment)
  }

  // MARK: - Derivatives

  /// Half of the distance of neighbours, as a share of a parameter.
  private static let step = 1e-5

  private func directions(
    _ condition: FitCondition, at values: [Double]
  ) throws(ModelFailure) -> [Direction] {
    var directions: [Direction] = []
    for (place, parameter) in plan.parameters.enumerated() {
      let size =
        values[place] != 0 ? abs(values[place]) : parameter.upper - parameter.lower
      var (lower, upper) = (values, values)
      lower[place] -= Self.step * size
      upper[place] += Self.step * size
      directions.append(
        Direction(
          lower: try experiment(condition, at: lower), upper: try experiment(condition, at: upper),
          distance: upper[place] - lower[place], scale: size))
    }
    return directions
  }

  /// Whether the balance gives derivatives to all parameters.
  private func hasSensitivities(at values: [Double]) -> Bool {
    refusal(at: values) == nil
  }

  /// Why derivatives are differences of whole runs; nil where they are not.
  public func refusal(at values: [Double]) -> String? {
    for condition in conditions {
      guard let experiment = try? experiment(condition, at: values),
        let directions = try? directions(condition, at: values)
      else { return "the scenario is refused next to these values" }
      guard experiment.engine == .balance else { return "realizations have no derivatives" }
      if let refusal = experiment.refusal(along: directions) { return refusal.description }
    }
    return nil
  }
}

extension Prior {
  /// What a scenario says is known beforehand.
  fileprivate init(_ prior: FitPlan.Parameter.Prior?) {
    self =
      switch prior {
      case nil: .none
      case .normal(let mean, let sd): .normal(mean: mean, sd: sd)
      case .lognormal(let median, let sigma): .lognormal(median: median, sd: sigma)
      }
  }
}

/// What a fit made of one series.
public struct SeriesFit: Sendable {
  public let name: String
  public let kind: FitSeries.Kind
  /// What values and deviations are in: "1/m" or "arbitrary" for scattering.
  public let unit: String
  public let curves: [FittedCurve]
  public let scale: Double?
  public let chiSquare: Double
  public let points: Int
}
