/// A walk from the best value of a parameter to one side, each fit starting from the one before.
struct ProfilePath {
  private let profiler: ProfileLikelihood
  private let model: any ResidualModel
  private let place: Int
  private let parameter: FitParameter
  private let best: ProfilePoint
  private let objective: Double
  private let direction: Double
  private let firstStep: Double
  /// How far each other scaled parameter follows this one near the best values.
  private let followers: [Double]

  struct Walk {
    var points: [ProfilePoint] = []
    /// Values at which the thresholds are crossed.
    var crossings: [Double?]
    var reachedBound = false
    var failures = 0
  }

  init(
    _ profiler: ProfileLikelihood, _ model: any ResidualModel, _ place: Int,
    _ parameter: FitParameter, _ best: ProfilePoint, _ objective: Double, _ direction: Double,
    _ step: Double, followers: [Double]
  ) {
    self.profiler = profiler
    self.model = model
    self.place = place
    self.parameter = parameter
    self.best = best
    self.objective = objective
    self.direction = direction
    firstStep = step
    self.followers = followers
  }

  /// Steps so that √Δχ² grows by about a half each time, until the last threshold or a bound.
  func walk() -> Walk {
    var walk = Walk(crossings: profiler.thresholds.map { _ in nil })
    let last = profiler.thresholds.max() ?? 0
    let bound = direction < 0 ? parameter.scaledLower : parameter.scaledUpper
    var (here, step) = (best, firstStep)
    for _ in 0..<profiler.stepLimit {
      guard here.rise < last else { break }
      var target = here.scaled + direction * step
      if direction * (target - bound) >= 0 { target = bound }
      guard abs(target - here.scaled) > 1e-9 * max(1, abs(target)) else {
        walk.reachedBound = target == bound
        break
      }
      guard let next = point(at: target, near: here) else {
        walk.failures += 1
        guard walk.failures < 10 else { break }
        step /= 2
        continue
      }
      close(in: &walk, from: here, to: next)
      walk.points.append(next)
      let growth = next.root - here.root
      step *= min(max(0.5 / max(growth, 1e-6), 0.25), 3)
      here = next
      walk.reachedBound = here.scaled == bound
      if walk.reachedBound { break }
    }
    return walk
  }

  /// Looks for every threshold that lies between two points.
  private func close(in walk: inout Walk, from here: ProfilePoint, to next: ProfilePoint) {
    for (index, threshold) in profiler.thresholds.enumerated() where walk.crossings[index] == nil {
      guard here.rise < threshold, next.rise >= threshold else { continue }
      let crossing = crossing(of: threshold, here, next)
      walk.crossings[index] = parameter.boundedValue(crossing)
    }
  }

  /// The root of √Δχ² - √threshold, by the Illinois form of false position.
  private func crossing(
    of threshold: Double, _ here: ProfilePoint, _ next: ProfilePoint
  ) -> Double {
    var (low, high) = (here, next)
    var (lowGap, highGap) = (low.root - threshold.squareRoot(), high.root - threshold.squareRoot())
    var wasLow: Bool?
    for _ in 0..<30 {
      let share = lowGap / (lowGap - highGap)
      let guess = low.scaled + share * (high.scaled - low.scaled)
      let width = abs(high.scaled - low.scaled)
      guard width > 1e-7 * max(1, abs(guess)), let middle = point(at: guess, near: low) else {
        return guess
      }
      let gap = middle.root - threshold.squareRoot()
      if abs(gap) < profiler.crossingTolerance { return guess }
      let isLow = gap < 0
      if isLow {
        (low, lowGap) = (middle, gap)
        if wasLow == true { highGap /= 2 }
      } else {
        (high, highGap) = (middle, gap)
        if wasLow == false { lowGap /= 2 }
      }
      wasLow = isLow
    }
    return low.scaled + (high.scaled - low.scaled) / 2
  }

  /// The best fit with the parameter held; nil where there is none.
  private func point(at scaled: Double, near other: ProfilePoint) -> ProfilePoint? {
    let value = parameter.boundedValue(scaled)
    let start = start(at: value, near: other)
    guard let problem = try? ScaledProblem(model, profiler.settings, held: [place: value]),
      let fit = try? profiler.settings.fit(problem, from: start),
      fit.outcome.kind != .failed, fit.objective.isFinite
    else { return nil }
    let rise = (fit.objective - objective) / profiler.errorFactor
    return ProfilePoint(scaled: scaled, value: value, rise: rise, values: fit.values)
  }
}

extension ProfilePath {
  /// Where the others are when they go on as they went from the best values to a point.
  private func start(at value: Double, near other: ProfilePoint) -> [Double] {
    let all = model.parameters
    let way = other.scaled - best.scaled
    return all.indices.map { index in
      guard index != place else { return value }
      let (from, to) = (
        all[index].scaled(best.values[index]), all[index].scaled(other.values[index])
      )
      let slope = way == 0 ? followers[index] : (to - from) / way
      let guess = to + slope * (parameter.scaled(value) - other.scaled)
      return all[index].boundedValue(guess)
    }
  }
}

extension ProfilePoint {
  fileprivate var root: Double { max(rise, 0).squareRoot() }
}
