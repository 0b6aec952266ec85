public import Optimizers
import RealModule
import Sampling

/// Samples of the posterior by an ensemble of walkers, which needs no derivatives and no tuning.
///
/// Each walker moves along the difference to another one (stretch) or along that between two others
/// (differential evolution), by halves of the ensemble in turn, so that the walkers of one half move at
/// once. Its random numbers are its own: the samples do not depend on the number of jobs.
///
/// J. Goodman, J. Weare, *Commun. Appl. Math. Comput. Sci.* **5**, 65 (2010),
/// doi:10.2140/camcos.2010.5.65; C. J. F. ter Braak, *Stat. Comput.* **16**, 239 (2006),
/// doi:10.1007/s11222-006-8769-1; D. Foreman-Mackey et al., *Publ. Astron. Soc. Pac.* **125**, 306 (2013),
/// doi:10.1086/670067.
public struct EnsembleSampler: Sendable {
  public enum Move: String, Sendable, Hashable, Codable, CaseIterable {
    case stretch
    case differentialEvolution = "differential-evolution"
    /// Either, by the toss of a coin.
    case mixed
  }

  public var move = Move.mixed
  /// Even, and no fewer than twice the parameters and two; nil takes four a parameter, at least 16.
  public var walkers: Int?
  /// Steps that are thrown away, and steps that are kept.
  public var warmUp = 500
  public var draws = 1000
  /// Every so many steps one is kept.
  public var thinning = 1
  public var seed: UInt64 = 0
  public var loss = RobustLoss.none
  public var jobs = 1

  public init() {}

  /// Samples from walkers that start around a fit.
  ///
  /// - Parameter covariance: the walkers start as far apart as it says; where it says nothing, a tenth of
  ///   the range between the bounds.
  public func sample(
    _ model: any ResidualModel, around fit: Fit, covariance: ParameterCovariance? = nil
  ) throws(InferenceError) -> Posterior {
    var settings = LeastSquares()
    settings.loss = loss
    let problem = try ScaledProblem(model, settings)
    let dimensions = problem.parameters.count
    guard fit.values.count == dimensions else {
      throw .wrongCount(expected: dimensions, given: fit.values.count)
    }
    let count = walkers ?? max(16, 4 * dimensions)
    guard count >= 2 * dimensions + 2, count % 2 == 0 else {
      throw .badCount(what: "walkers, an even number", given: count, least: 2 * dimensions + 2)
    }
    guard draws >= 4 else { throw .badCount(what: "draws of a walker", given: draws, least: 4) }
    guard thinning >= 1 else { throw .badCount(what: "thinning", given: thinning, least: 1) }
    var ensemble = try start(problem, fit, covariance, count)
    for _ in 0..<warmUp { advance(&ensemble, problem) }
    for walker in ensemble.indices { ensemble[walker].accepted = 0 }
    var chains = [[[Double]]](repeating: [], count: count)
    var densities = [[Double]](repeating: [], count: count)
    for _ in 0..<draws {
      for _ in 0..<thinning { advance(&ensemble, problem) }
      for walker in ensemble.indices {
        chains[walker].append(problem.values(ensemble[walker].x))
        densities[walker].append(ensemble[walker].density)
      }
    }
    let steps = Double(draws * thinning)
    return Posterior(
      names: problem.parameters.map(\.name), units: problem.parameters.map(\.unit),
      chains: chains, logDensity: densities,
      acceptance: ensemble.map { Double($0.accepted) / steps })
  }

  private struct Walker: Sendable {
    var x: [Double]
    var density: Double
    var stream: RandomStream
    var accepted = 0
  }

  private func start(
    _ problem: ScaledProblem, _ fit: Fit, _ covariance: ParameterCovariance?, _ count: Int
  ) throws(InferenceError) -> [Walker] {
    let middle = problem.scaled(fit.values)
    let spreads = problem.parameters.indices.map { place -> Double in
      if let error = covariance?.scaledError(place), error > 0 { return error }
      let range = problem.parameters[place].scaledUpper - problem.parameters[place].scaledLower
      return range.isFinite ? range / 10 : 0.1 * max(1, abs(middle[place]))
    }
    let walkers = concurrentMap(count, jobs: jobs) { number -> Walker? in
      var stream = RandomStream(seed: seed, replicate: number)
      for attempt in 0..<200 {
        // Ever closer to the fit, where a wide cloud leaves the bounds or the model's reach.
        let share = attempt < 100 ? 1 : 0.1
        let x = middle.indices.map { middle[$0] + share * spreads[$0] * stream.normal() }
        let density = problem.logDensity(x)
        if density.isFinite { return Walker(x: x, density: density, stream: stream) }
      }
      return nil
    }
    let placed = walkers.compactMap { $0 }
    guard placed.count == count else {
      throw .noWalkerStarts(
        reason: "of \(count), \(count - placed.count) found only points that fail")
    }
    return placed
  }

  private func advance(_ ensemble: inout [Walker], _ problem: ScaledProblem) {
    let half = ensemble.count / 2
    for side in 0..<2 {
      let moving = side * half..<(side + 1) * half
      let others = ensemble[(1 - side) * half..<(2 - side) * half].map(\.x)
      let before = Array(ensemble[moving])
      let after = concurrentMap(half, jobs: jobs) { moved(before[$0], others, problem) }
      ensemble.replaceSubrange(moving, with: after)
    }
  }

  private func moved(
    _ walker: Walker, _ others: [[Double]], _ problem: ScaledProblem
  ) -> Walker {
    var walker = walker
    let stretches =
      move == .stretch || (move == .mixed && walker.stream.uniform() < 0.5)
    let (x, volume) = stretches ? stretched(&walker, others) : evolved(&walker, others)
    let chance = walker.stream.uniform()
    let density = problem.logDensity(x)
    if Double.log(chance) < volume + density - walker.density {
      walker.x = x
      walker.density = density
      walker.accepted += 1
    }
    return walker
  }

  /// y + z (x - y) with z drawn from 1/√z between 1/2 and 2; the volume is z^(d-1).
  private func stretched(_ walker: inout Walker, _ others: [[Double]]) -> ([Double], Double) {
    let other = others[walker.stream.place(of: others.count)]
    let root = (1 + walker.stream.uniform()) / 2.0.squareRoot()
    let stretch = root * root
    let x = zip(walker.x, other).map { $1 + stretch * ($0 - $1) }
    return (x, Double(x.count - 1) * Double.log(stretch))
  }

  /// x + γ (y - z) with γ = 2.38/√(2d), or 1 in one of ten, to jump between modes.
  private func evolved(_ walker: inout Walker, _ others: [[Double]]) -> ([Double], Double) {
    let first = walker.stream.place(of: others.count)
    var second = walker.stream.place(of: others.count - 1)
    if second >= first { second += 1 }
    let usual = 2.38 / (2 * Double(walker.x.count)).squareRoot()
    let length = walker.stream.uniform() < 0.1 ? 1 : usual
    let jitter = 1e-5 * walker.stream.normal()
    let x = walker.x.indices.map { place in
      walker.x[place] + length * (1 + jitter) * (others[first][place] - others[second][place])
    }
    return (x, 0)
  }
}
