/// What makes a fit impossible before it starts.
public enum InferenceError: Error, Sendable, Hashable, CustomStringConvertible {
  case noParameters
  case duplicate(name: String)
  case boundsCrossed(name: String, lower: Double, upper: Double)
  case startOutside(name: String, start: Double, lower: Double, upper: Double)
  case notPositive(name: String, start: Double)
  case badPrior(name: String)
  case badScale(loss: String)
  case tooFewData(residuals: Int, parameters: Int)
  case startFails(reason: String)
  case unbounded(name: String)
  case wrongCount(expected: Int, given: Int)
  case badCount(what: String, given: Int, least: Int)
  case noWalkerStarts(reason: String)
  case linearAlgebra(String)

  public var description: String {
    switch self {
    case .noParameters: "nothing to fit: name at least one parameter"
    case .duplicate(let name): "\(name) is named twice among the parameters of the fit"
    case .boundsCrossed(let name, let lower, let upper):
      "\(name): the lower bound \(lower) must be below the upper bound \(upper)"
    case .startOutside(let name, let start, let lower, let upper):
      "\(name): the start \(start) must lie between the bounds \(lower) and \(upper)"
    case .notPositive(let name, let start):
      "\(name): a parameter on a logarithmic scale must be positive, and starts at \(start)"
    case .badPrior(let name):
      "\(name): a prior needs finite numbers, a positive spread and, if lognormal, a positive median"
    case .badScale(let loss): "\(loss): the scale of a loss must be positive and finite"
    case .tooFewData(let residuals, let parameters):
      "\(residuals) data cannot fix \(parameters) parameters: give more data, priors, or fewer "
        + "parameters"
    case .startFails(let reason): "the fit cannot start: \(reason)"
    case .unbounded(let name):
      "\(name): points are drawn between bounds; give a lower and an upper one"
    case .wrongCount(let expected, let given):
      "\(given) values were given for \(expected) parameters"
    case .badCount(let what, let given, let least):
      "\(what): at least \(least) are needed, not \(given)"
    case .noWalkerStarts(let reason): "no place for a walker was found near the fit: \(reason)"
    case .linearAlgebra(let text): text
    }
  }
}
