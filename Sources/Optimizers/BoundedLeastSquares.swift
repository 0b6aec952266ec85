import CCeres

/// A sum of squares to be minimised within bounds, by Levenberg and Marquardt's steps, by Ceres.
///
/// S. Agarwal et al., Ceres Solver 2.1, http://ceres-solver.org.
public struct BoundedLeastSquares: Sendable {
  /// Where the search stopped, and why.
  public enum Ending: Sendable, Hashable {
    case smallChange, smallGradient, smallStep, smallestRegion, iterations
    case failure(String)
  }

  public struct Minimum: Sendable {
    public let x: [Double]
    /// Σρ(r²).
    public let objective: Double
    public let iterations: Int
    public let ending: Ending
  }

  public var lower: [Double]
  public var upper: [Double]
  public var residualCount: Int
  /// The last so many residuals keep their squares, whatever the loss.
  public var plainCount = 0
  public var loss = RobustLoss.none
  public var iterationLimit = 200
  /// Relative change of the objective, largest slope, and relative change of the parameters.
  public var tolerances = (function: 1e-12, gradient: 1e-12, parameter: 1e-12)

  public init(lower: [Double], upper: [Double], residualCount: Int) {
    self.lower = lower
    self.upper = upper
    self.residualCount = residualCount
  }

  /// Goes from a start to a minimum near by.
  ///
  /// The closure gives residuals, and their derivatives where it is asked; nil is a point where there
  /// are none, to which the search does not go.
  public func minimise(
    from start: [Double], _ evaluate: @escaping (_ x: [Double], Wanted) -> Evaluation?
  ) -> Minimum {
    let box = EvaluationBox(evaluate, parameters: start.count)
    var x = start
    var report = qds_ceres_report()
    unsafe lower.withUnsafeBufferPointer { lower in
      unsafe upper.withUnsafeBufferPointer { upper in
        var problem = unsafe self.problem(lower.baseAddress, upper.baseAddress, start.count)
        let context = unsafe Unmanaged.passUnretained(box).toOpaque()
        unsafe qds_ceres_minimise(&problem, evaluateResiduals, context, &x, &report)
      }
    }
    withExtendedLifetime(box) {}
    return Minimum(
      x: x, objective: 2 * report.cost, iterations: Int(report.iterations), ending: ending(report))
  }

  private func problem(
    _ lower: UnsafePointer<Double>?, _ upper: UnsafePointer<Double>?, _ count: Int
  ) -> qds_ceres_problem {
    unsafe qds_ceres_problem(
      parameters: count, residuals: residualCount, plain: plainCount, lower: lower, upper: upper,
      loss: lossKind, loss_scale: loss.scale, iterations: Int32(iterationLimit),
      function_tolerance: tolerances.function, gradient_tolerance: tolerances.gradient,
      parameter_tolerance: tolerances.parameter)
  }

  private var lossKind: qds_ceres_loss {
    switch loss {
    case .none: QDS_CERES_NO_LOSS
    case .huber: QDS_CERES_HUBER
    case .softL1: QDS_CERES_SOFT_L1
    case .cauchy: QDS_CERES_CAUCHY
    }
  }

  private func ending(_ report: qds_ceres_report) -> Ending {
    switch report.ending {
    case QDS_CERES_FUNCTION_TOLERANCE: return .smallChange
    case QDS_CERES_GRADIENT_TOLERANCE: return .smallGradient
    case QDS_CERES_PARAMETER_TOLERANCE: return .smallStep
    case QDS_CERES_SMALLEST_STEP: return .smallestRegion
    case QDS_CERES_ITERATIONS: return .iterations
    default:
      let text = unsafe withUnsafeBytes(of: report.message) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return .failure(text)
    }
  }
}

/// What a search asks of a point.
public enum Wanted: Sendable {
  case residuals
  case derivatives
}

/// Residuals at a point, and their derivatives where those were asked for.
public struct Evaluation: Sendable {
  public let residuals: [Double]
  public let jacobian: DenseMatrix?

  public init(residuals: [Double], jacobian: DenseMatrix? = nil) {
    self.residuals = residuals
    self.jacobian = jacobian
  }
}

/// Carries a closure through Ceres' untyped pointer.
private final class EvaluationBox {
  let evaluate: ([Double], Wanted) -> Evaluation?
  let parameters: Int

  init(_ evaluate: @escaping ([Double], Wanted) -> Evaluation?, parameters: Int) {
    self.evaluate = evaluate
    self.parameters = parameters
  }
}

private func evaluateResiduals(
  context: UnsafeMutableRawPointer?, x: UnsafePointer<Double>?,
  residuals: UnsafeMutablePointer<Double>?, jacobian: UnsafeMutablePointer<Double>?
) -> Bool {
  guard let context = unsafe context, let x = unsafe x, let residuals = unsafe residuals else {
    return false
  }
  let box = unsafe Unmanaged<EvaluationBox>.fromOpaque(context).takeUnretainedValue()
  let point = unsafe Array(UnsafeBufferPointer(start: x, count: box.parameters))
  let wanted = unsafe jacobian == nil ? Wanted.residuals : .derivatives
  guard let evaluation = box.evaluate(point, wanted) else { return false }
  let count = evaluation.residuals.count
  unsafe residuals.update(from: evaluation.residuals, count: count)
  guard let jacobian = unsafe jacobian else { return true }
  guard let derivatives = evaluation.jacobian else { return false }
  unsafe jacobian.update(from: derivatives.entries, count: count * box.parameters)
  return true
}
