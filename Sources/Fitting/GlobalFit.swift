import Foundation
public import Inference
import Optimizers
public import ScenarioFiles

/// One kinetic model held against every series at once, and what that tells of its constants.
public struct GlobalFit: Sendable {
  public let plan: FitPlan
  public let scenario: Scenario
  public let model: ScenarioModel
  /// What was noticed in the data of each series, and what of them is left out.
  public let readings: [SeriesReading]
  /// The files of data that it read, each once, in their order.
  public let files: [String]

  /// Reads the data that a scenario names.
  public init(_ scenario: Scenario, _ plan: FitPlan) throws(FitFault) {
    var loader = SeriesLoader(plan, of: scenario)
    let conditions = try loader.conditions()
    self.plan = plan
    self.scenario = scenario
    model = ScenarioModel(plan, conditions)
    readings = loader.readings
    files = loader.files
  }

  private var settings: LeastSquares {
    var settings = LeastSquares()
    settings.loss =
      switch plan.loss {
      case .none: .none
      case .huber: .huber(scale: plan.lossScale)
      case .softL1: .softL1(scale: plan.lossScale)
      case .cauchy: .cauchy(scale: plan.lossScale)
      }
    // Runs repeat to within their tolerance, not to round-off.
    settings.differences = FiniteDifferences(order: .central, noise: 1e-6)
    settings.tolerances = (function: 1e-7, gradient: 1e-8, parameter: 1e-7)
    return settings
  }

  /// Fits from every start, and judges the best.
  ///
  /// - Parameters:
  ///   - jobs: starts at a time.
  ///   - known: starts that an earlier run of the same fit has finished.
  ///   - observe: hears of each other start as it ends, on the thread that made it.
  /// - Throws: where the fit cannot begin.
  public func run(
    jobs: Int, known: [Attempt] = [], observe: @escaping @Sendable (Attempt) -> Void = { _ in }
  ) throws(InferenceError) -> FitResult {
    let started = ContinuousClock.now
    let settings = settings
    let isFree = plan.method == .derivativeFree
    let starts = try MultiStart(
      model, count: plan.starts, seed: UInt64(truncatingIfNeeded: plan.seed)
    ) { (model, start) throws(InferenceError) in
      guard isFree else { return try settings.fit(model, from: start) }
      var search = DerivativeFree(.subplex)
      search.loss = settings.loss
      return try search.fit(model, from: start)
    }
    // The first start says in words what keeps a fit from beginning.
    let open = (0..<starts.count).filter { place in !known.contains { $0.index == place } }
    let made = starts.run(open, jobs: jobs, observe: observe)
    let attempts = (known + made).sorted { $0.index < $1.index }
    let waterfall = Waterfall(attempts)
    guard let best = waterfall.best else {
      throw .startFails(reason: attempts.first?.failure ?? "no start led anywhere")
    }
    return try judge(best, waterfall, since: started, jobs: jobs)
  }

  private func judge(
    _ best: Fit, _ waterfall: Waterfall, since started: ContinuousClock.Instant, jobs: Int
  ) throws(InferenceError) -> FitResult {
    let sensitivity = try Sensitivity(model, best, settings: settings)
    let covariance = try ParameterCovariance(sensitivity)
    let identifiability = try Identifiability(sensitivity, covariance: covariance)
    var profiles: [Profile] = []
    if plan.profiles {
      var likelihood = ProfileLikelihood(settings: settings)
      // Runs repeat to within their tolerance; a thousandth of a standard error is beyond it.
      likelihood.crossingTolerance = 1e-3
      likelihood.settings.tolerances.function = 1e-6
      profiles = try likelihood.profiles(
        model, best, of: Array(model.parameters.indices), covariance: covariance, jobs: jobs)
    }
    var posterior: Posterior?
    if plan.samples > 0 {
      var sampler = EnsembleSampler()
      sampler.draws = plan.samples
      sampler.warmUp = max(50, plan.samples / 2)
      sampler.seed = UInt64(truncatingIfNeeded: plan.seed)
      sampler.loss = settings.loss
      sampler.jobs = jobs
      posterior = try sampler.sample(model, around: best, covariance: covariance)
    }
    let series: [SeriesFit]
    let shift: Double?
    do throws(ModelFailure) {
      series = try model.curves(at: best.values)
      shift = try model.numericalShift(at: best.values)
    } catch {
      throw .startFails(reason: error.reason)
    }
    return FitResult(
      parameters: model.parameters, best: best, termCount: model.termCount,
      covariance: covariance, verdicts: identifiability.verdicts, waterfall: waterfall,
      profiles: profiles, posterior: posterior, series: series, numericalShift: shift,
      bands: bands(best.values, covariance, posterior, jobs: jobs),
      differences: plan.method == .leastSquares ? model.refusal(at: best.values) : nil,
      wallTime: (ContinuousClock.now - started) / .seconds(1))
  }
}
