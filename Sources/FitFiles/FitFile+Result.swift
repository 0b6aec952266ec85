public import Fitting
import Inference
public import Results
import ScenarioFiles
import Synthesis

extension FitFile {
  /// What a fit found, in the units of files.
  public init(_ result: FitResult, of fit: GlobalFit, process: RunProcess) {
    let names = FitIdentifiers.of(result.parameters.map(\.name))
    self.init(
      title: fit.scenario.experiment.title, outcome: Outcome(result, fit.plan),
      parameters: result.parameters.indices.map { Parameter(result, $0, identifier: names[$0]) },
      certainty: Certainty(result),
      verdicts: result.verdicts.map { Verdict(kind: $0.kind.rawValue, text: $0.text) },
      starts: (result.waterfall.fits + result.waterfall.failed).map(Start.init)
        .sorted { $0.index < $1.index },
      profiles: result.profiles.map { Profile($0, identifier: names[$0.place]) },
      samples: result.posterior.map(Samples.init),
      series: result.series.map { series in
        Series(series, quantity: fit.plan.series.first { $0.name == series.name }?.quantity)
      }, bands: Bands(result.bands), process: process)
  }
}

extension FitFile.Outcome {
  fileprivate init(_ result: FitResult, _ plan: FitPlan) {
    hasConverged = result.best.hasConverged
    reason = result.best.outcome.reason
    method = plan.method.rawValue
    loss = plan.loss.rawValue
    lossScale = plan.lossScale
    seed = plan.seed
    derivatives =
      plan.method == .derivativeFree
      ? "none" : result.differences.map { "differences of runs (\($0))" } ?? "forward sensitivities"
    points = result.pointCount
    unknowns = result.unknownCount
    chiSquare = result.best.chiSquare
    objective = result.best.objective
    aic = result.criteria.aic
    bic = result.criteria.bic
    wallTime = result.wallTime
  }
}

extension FitFile.Parameter {
  fileprivate init(_ result: FitResult, _ place: Int, identifier: String) {
    let parameter = result.parameters[place]
    self.init(
      name: parameter.name, identifier: identifier, unit: parameter.unit,
      scale: parameter.scale.rawValue, value: result.best.values[place],
      standardError: result.covariance.standardError(place), lower: parameter.lower,
      upper: parameter.upper, start: result.best.start[place])
  }
}

extension FitFile.Certainty {
  fileprivate init(_ result: FitResult) {
    let (places, covariance) = (result.parameters.indices, result.covariance)
    self.init(
      covariance: places.map { one in places.map { covariance.covariance(one, $0) } },
      correlation: places.map { one in places.map { covariance.correlation(one, $0) } },
      singularValues: covariance.singularValues)
  }
}

extension FitFile.Start {
  fileprivate init(_ attempt: Attempt) {
    let fit = attempt.fit
    self.init(
      index: attempt.index, begin: attempt.start, end: fit?.values, objective: fit?.objective,
      evaluations: fit?.evaluations ?? 0, jacobians: fit?.jacobians ?? 0,
      exit: fit?.outcome.reason ?? attempt.failure ?? "")
  }
}

extension FitFile.Profile {
  fileprivate init(_ profile: Inference.Profile, identifier: String) {
    self.init(
      identifier: identifier, values: profile.points.map(\.value),
      rises: profile.points.map(\.rise), others: profile.points.map(\.values),
      intervals: profile.intervals.map {
        Interval(threshold: $0.threshold, lower: $0.lower, upper: $0.upper)
      })
  }
}

extension FitFile.Samples {
  fileprivate init(_ posterior: Posterior) {
    self.init(
      draws: posterior.names.indices.map { posterior.draws(of: $0) },
      logDensity: posterior.logDensity, acceptance: posterior.acceptance)
  }
}

extension FitFile.Series {
  fileprivate init(_ series: SeriesFit, quantity: String?) {
    // Intensities are 1/m inside and 1/cm in files.
    let isAbsolute = series.kind == .saxs && series.unit == "1/m"
    let factor = isAbsolute ? 0.01 : 1
    let place: (Double) -> Double = series.kind == .saxs ? { 1e-9 * $0 } : { 1e9 * $0 }
    self.init(
      name: series.name, kind: series.kind, quantity: quantity ?? series.kind.measured ?? "",
      unit: isAbsolute ? "1/cm" : series.unit,
      frames: series.curves.map { curve in
        FitFile.Frame(
          time: curve.time, places: series.kind == .quantity ? [0] : curve.abscissa.map(place),
          data: curve.data.map { factor * $0 }, deviation: curve.deviation.map { factor * $0 },
          model: curve.model.map { factor * $0 })
      }, scale: series.scale, chiSquare: series.chiSquare, points: series.points)
  }
}

extension FitFile.Bands {
  fileprivate init(_ bands: PredictiveBands) {
    func known(_ values: [Double]) -> [Double?] { values.map { $0.isNaN ? nil : $0 } }
    self.init(
      source: bands.source.rawValue, draws: bands.drawCount,
      runs: bands.runs.map { run in
        Run(
          series: run.series,
          bands: run.bands.map { band in
            Band(
              quantity: band.quantity, unit: band.unit, times: band.times,
              best: known(band.best), lower: known(band.lower), median: known(band.median),
              upper: known(band.upper))
          })
      })
  }
}
