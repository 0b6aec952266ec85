import Sampling

/// Many fits of one model from starts that cover the space between its bounds.
///
/// Start 0 is the parameters' own; the others are drawn in scaled parameters. Each is a function of its
/// number alone, and may be run alone, in any order, by anyone.
public struct MultiStart: Sendable {
  public enum Design: String, Sendable, Hashable, Codable, CaseIterable {
    case latinHypercube = "latin-hypercube"
    /// Unscrambled; the seed shifts all points, around the ends.
    case sobol
  }

  public let count: Int
  private let model: any ResidualModel
  private let design: Points
  private let seed: UInt64
  private let fit: @Sendable (any ResidualModel, [Double]) throws(InferenceError) -> Fit

  private enum Points {
    case hypercube(LatinHypercube)
    case sobol(SobolSequence)
  }

  /// - Parameter count: fits in all, that from the parameters' own start among them.
  public init(
    _ model: any ResidualModel, count: Int, design: Design = .latinHypercube, seed: UInt64 = 0,
    fit: @escaping @Sendable (any ResidualModel, [Double]) throws(InferenceError) -> Fit
  ) throws(InferenceError) {
    _ = try ScaledProblem(model, LeastSquares())
    guard count >= 1 else { throw .badCount(what: "starts", given: count, least: 1) }
    if count > 1, let parameter = model.parameters.first(where: { !$0.isBounded }) {
      throw .unbounded(name: parameter.name)
    }
    let dimensions = model.parameters.count
    self.model = model
    self.count = count
    self.seed = seed
    self.fit = fit
    switch design {
    case .latinHypercube:
      self.design = .hypercube(
        LatinHypercube(dimensions: dimensions, samples: max(1, count - 1), seed: seed))
    case .sobol:
      guard dimensions <= SobolSequence.dimensionLimit else {
        throw .wrongCount(expected: SobolSequence.dimensionLimit, given: dimensions)
      }
      self.design = .sobol(SobolSequence(dimensions: dimensions))
    }
  }

  /// By least squares.
  public init(
    _ model: any ResidualModel, count: Int, design: Design = .latinHypercube, seed: UInt64 = 0,
    settings: LeastSquares = LeastSquares()
  ) throws(InferenceError) {
    try self.init(model, count: count, design: design, seed: seed) {
      (model, start) throws(InferenceError) in try settings.fit(model, from: start)
    }
  }

  /// Values in natural units.
  public func start(_ index: Int) -> [Double] {
    precondition((0..<count).contains(index), "a start has a number below their count")
    let parameters = model.parameters
    guard index > 0 else { return parameters.map(\.start) }
    return zip(parameters, point(index - 1)).map { parameter, share in
      let (low, high) = (parameter.scaledLower, parameter.scaledUpper)
      return parameter.boundedValue(low + (high - low) * share)
    }
  }

  private func point(_ index: Int) -> [Double] {
    switch design {
    case .hypercube(let hypercube): return hypercube.point(at: index)
    case .sobol(let sequence):
      let shifts = Philox(seed: seed)
      return sequence.point(at: index).enumerated().map { dimension, coordinate in
        let shifted = coordinate + shifts.uniform(0, ofStream: dimension)
        return shifted < 1 ? shifted : shifted - 1
      }
    }
  }

  /// One fit, from the start of that number.
  public func run(_ index: Int) -> Attempt {
    let start = start(index)
    do throws(InferenceError) {
      return Attempt(index: index, start: start, fit: try fit(model, start), failure: nil)
    } catch {
      return Attempt(index: index, start: start, fit: nil, failure: error.description)
    }
  }

  /// All fits, or those of some numbers, in the order of their numbers.
  ///
  /// - Parameter observe: hears of each as it ends, on the thread that made it.
  public func run(
    _ indices: [Int]? = nil, jobs: Int, observe: @escaping @Sendable (Attempt) -> Void = { _ in }
  ) -> [Attempt] {
    let numbers = indices ?? Array(0..<count)
    return concurrentMap(numbers.count, jobs: jobs) {
      let attempt = run(numbers[$0])
      observe(attempt)
      return attempt
    }
  }
}

/// What came of one start.
public struct Attempt: Sendable, Hashable, Codable {
  public let index: Int
  /// In natural units.
  public let start: [Double]
  /// Nil where the model has no residuals at the start.
  public let fit: Fit?
  public let failure: String?
}
