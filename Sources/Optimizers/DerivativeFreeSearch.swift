import CNLopt

/// A function to be minimised within bounds by its values alone, by NLopt.
///
/// S. G. Johnson, The NLopt nonlinear-optimization package, 2.7.1.
public struct DerivativeFreeSearch: Sendable {
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Quadratic models: M. J. D. Powell, DAMTP 2009/NA06, Cambridge (2009).
    case bobyqa
    /// Simplices in subspaces: T. H. Rowan, thesis, University of Texas at Austin (1990).
    case subplex
    /// J. A. Nelder, R. Mead, *Comput. J.* **7**, 308 (1965), doi:10.1093/comjnl/7.4.308.
    case nelderMead = "nelder-mead"

    var algorithm: nlopt_algorithm {
      switch self {
      case .bobyqa: NLOPT_LN_BOBYQA
      case .subplex: NLOPT_LN_SBPLX
      case .nelderMead: NLOPT_LN_NELDERMEAD
      }
    }
  }

  public enum Ending: Sendable, Hashable {
    case smallChange, smallStep, evaluations, roundOff
    case failure(String)
  }

  public struct Minimum: Sendable {
    public let x: [Double]
    public let value: Double
    public let evaluations: Int
    public let ending: Ending
  }

  public var method: Method
  public var lower: [Double]
  public var upper: [Double]
  /// The first steps along each axis.
  public var steps: [Double]
  /// Relative change of the value, and relative change of all parameters, at which to stop.
  public var tolerances = (function: 1e-8, parameter: 1e-6)
  public var evaluationLimit = 2000

  public init(_ method: Method, lower: [Double], upper: [Double], steps: [Double]) {
    self.method = method
    self.lower = lower
    self.upper = upper
    self.steps = steps
  }

  /// Goes from a start to a minimum near by.
  ///
  /// Where the closure gives nil the point has no value; it then counts as ten times the worst so far,
  /// so that the search turns away from it.
  public func minimise(
    from start: [Double], _ value: @escaping ([Double]) -> Double?
  ) -> Minimum {
    let box = ValueBox(value)
    let count = UInt32(start.count)
    guard let search = unsafe nlopt_create(method.algorithm, count) else {
      return Minimum(
        x: start, value: .infinity, evaluations: 0, ending: .failure("no memory for the search"))
    }
    defer { unsafe nlopt_destroy(search) }
    unsafe nlopt_set_lower_bounds(search, lower)
    unsafe nlopt_set_upper_bounds(search, upper)
    unsafe nlopt_set_initial_step(search, steps)
    unsafe nlopt_set_ftol_rel(search, tolerances.function)
    unsafe nlopt_set_xtol_rel(search, tolerances.parameter)
    unsafe nlopt_set_maxeval(search, Int32(evaluationLimit))
    let context = unsafe Unmanaged.passUnretained(box).toOpaque()
    unsafe nlopt_set_min_objective(search, evaluateValue, context)
    var x = start
    var lowest = Double.infinity
    let code = unsafe nlopt_optimize(search, &x, &lowest)
    withExtendedLifetime(box) {}
    return Minimum(
      x: box.best ?? x, value: box.lowest, evaluations: box.evaluations,
      ending: ending(code, box))
  }

  private func ending(_ code: nlopt_result, _ box: ValueBox) -> Ending {
    guard box.best != nil else { return .failure("no point of the search has a value") }
    switch code {
    case NLOPT_SUCCESS, NLOPT_FTOL_REACHED, NLOPT_STOPVAL_REACHED: return .smallChange
    case NLOPT_XTOL_REACHED: return .smallStep
    case NLOPT_MAXEVAL_REACHED, NLOPT_MAXTIME_REACHED: return .evaluations
    case NLOPT_ROUNDOFF_LIMITED: return .roundOff
    default: return .failure(unsafe String(cString: nlopt_result_to_string(code)))
    }
  }
}

/// Carries a closure through NLopt's untyped pointer, and keeps the best of what it saw.
private final class ValueBox {
  private let value: ([Double]) -> Double?
  private var worst = 0.0
  private(set) var evaluations = 0
  private(set) var lowest = Double.infinity
  private(set) var best: [Double]?

  init(_ value: @escaping ([Double]) -> Double?) {
    self.value = value
  }

  func callAsFunction(_ x: [Double]) -> Double {
    evaluations += 1
    guard let value = value(x), value.isFinite else { return 10 * worst + 1 }
    worst = max(worst, abs(value))
    if value < lowest { (lowest, best) = (value, x) }
    return value
  }
}

private func evaluateValue(
  count: UInt32, x: UnsafePointer<Double>?, gradient: UnsafeMutablePointer<Double>?,
  context: UnsafeMutableRawPointer?
) -> Double {
  guard let context = unsafe context, let x = unsafe x else { return .infinity }
  let box = unsafe Unmanaged<ValueBox>.fromOpaque(context).takeUnretainedValue()
  return unsafe box(Array(UnsafeBufferPointer(start: x, count: Int(count))))
}
