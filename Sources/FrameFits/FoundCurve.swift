import Inference

/// The best curve of a frame with particles, and the best without.
struct FoundCurve: Sendable {
  let model: CurveModel
  let fit: Fit
  let bareModel: CurveModel
  let bareFit: Fit

  /// From the best places of a coarse grid.
  init(_ curve: FrameCurve, options: FrameFitOptions) throws(InferenceError) {
    let radii = options.radii(curve)
    let starts = try CurveStart.scan(curve, radii: radii, options: options)
    (model, fit) = try Self.best(curve, starts, options)
    var bare = [CurveStart]()
    // What may be precursor is asked for, whatever the curve with particles has of it.
    for gyration in CurveStart.gyrations(.fitted) {
      var start = CurveStart()
      start.clusterRadius = gyration
      try start.settle(on: curve, background: options.background == .constant)
      bare.append(start)
    }
    var bareOptions = options
    bareOptions.cluster = .fitted
    (bareModel, bareFit) = try Self.best(curve, bare, bareOptions)
  }

  private init(_ other: FoundCurve, model: CurveModel, fit: Fit) {
    (self.model, self.fit) = (model, fit)
    (bareModel, bareFit) = (other.bareModel, other.bareFit)
  }

  /// The same, or what is found from where its neighbours in time are, if that is better.
  func improved(
    from neighbours: [FoundCurve], options: FrameFitOptions
  ) throws(InferenceError) -> FoundCurve {
    var starts = [CurveStart]()
    for neighbour in neighbours {
      var start = neighbour.model.start(at: neighbour.fit.values)
      try start.settle(on: model.curve, background: options.background == .constant)
      starts.append(start)
    }
    guard !starts.isEmpty else { return self }
    let (otherModel, otherFit) = try Self.best(model.curve, starts, options)
    let isBetter = otherFit.objective < fit.objective * (1 - 1e-9)
    return isBetter ? FoundCurve(self, model: otherModel, fit: otherFit) : self
  }

  /// The lowest of what rough searches find from several starts, followed to its end.
  private static func best(
    _ curve: FrameCurve, _ starts: [CurveStart], _ options: FrameFitOptions
  ) throws(InferenceError) -> (CurveModel, Fit) {
    var best: (model: CurveModel, fit: Fit)?
    var failure = InferenceError.noParameters
    var rough = LeastSquares()
    rough.tolerances = (function: 1e-4, gradient: 1e-12, parameter: 1e-4)
    for start in starts {
      let model = CurveModel(curve, start: start, radii: options.radii(curve), options: options)
      do throws(InferenceError) {
        let fit = try rough.fit(model)
        if best.map({ fit.objective < $0.fit.objective }) ?? true { best = (model, fit) }
      } catch { failure = error }
    }
    guard let best else { throw failure }
    return (best.model, try LeastSquares().fit(best.model, from: best.fit.values))
  }

  /// How much the Bayesian criterion prefers particles, under the less favourable of both kinds of errors.
  var evidence: Double {
    let kinds: [InformationCriteria.Errors] = [.known, .unknownFactor]
    return kinds.map { criterion(bareFit, $0) - criterion(fit, $0) }.reduce(.infinity, min)
  }

  private func criterion(_ fit: Fit, _ errors: InformationCriteria.Errors) -> Double {
    // Round-off keeps a perfect fit away from zero.
    let least = 1e-20 * Double(fit.residualCount)
    return InformationCriteria(
      chiSquare: max(fit.chiSquare, least), residualCount: fit.residualCount,
      parameterCount: fit.freeCount, errors: errors
    ).bic
  }
}
