public import RealModule

extension RandomStream {
  /// A waiting time of unit mean.
  @inlinable @inline(__always)
  public mutating func exponential() -> Double { -Double.log(1 - uniform()) }

  /// A whole number with a given mean: the one below or the one above.
  public mutating func rounded(_ mean: Double) -> Int {
    let below = mean.rounded(.down)
    return Int(below) + (uniform() < mean - below ? 1 : 0)
  }

  /// A place among so many, all equally likely.
  @inlinable @inline(__always)
  public mutating func place(of count: Int) -> Int {
    Int(UInt64(count).multipliedFullWidth(by: next()).high)
  }

  /// A normal number of zero mean and unit variance.
  ///
  /// G. Marsaglia, T. A. Bray, *SIAM Rev.* **6**, 260 (1964), doi:10.1137/1006063.
  public mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      if square < 1, square > 0 { return x * (-2 * Double.log(square) / square).squareRoot() }
    }
  }

  /// A Poisson number of a given mean.
  ///
  /// By inversion for small means, else transformed rejection with squeeze: W. Hörmann, *Insur. Math.
  /// Econ.* **12**, 39 (1993), doi:10.1016/0167-6687(93)90997-4.
  public mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean >= 10 else { return poissonByInversion(mean) }
    let width = 0.931 + 2.53 * mean.squareRoot()
    let height = -0.059 + 0.02483 * width
    let inverse = 1.1239 + 1.1328 / (width - 3.4)
    let squeeze = 0.9277 - 3.6224 / (width - 2)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let edge = 0.5 - abs(u)
      let number = ((2 * height / edge + width) * u + mean + 0.43).rounded(.down)
      if edge >= 0.07, v <= squeeze { return Int(number) }
      guard number >= 0, edge >= 0.013 || v <= edge else { continue }
      let density = number * .log(mean) - mean - .logGamma(number + 1)
      if Double.log(v * inverse / (height / (edge * edge) + width)) <= density {
        return Int(number)
      }
    }
  }

  private mutating func poissonByInversion(_ mean: Double) -> Int {
    var number = 0
    var product = 1 - uniform()
    // Most often none, which shows before the exponential is known: it is no less than 1 - mean.
    guard product > 1 - mean else { return 0 }
    let limit = Double.exp(-mean)
    while product > limit {
      product *= 1 - uniform()
      number += 1
    }
    return number
  }

  /// How many of so many trials succeed, each with the same chance.
  ///
  /// By inversion for few expected successes, else transformed rejection: W. Hörmann, *J. Stat.
  /// Comput. Simul.* **46**, 101 (1993), doi:10.1080/00949659308811496.
  public mutating func binomial(_ trials: Int, _ chance: Double) -> Int {
    guard trials > 0, chance > 0 else { return 0 }
    guard chance < 1 else { return trials }
    guard chance <= 0.5 else { return trials - binomial(trials, 1 - chance) }
    let mean = Double(trials) * chance
    return mean < 10
      ? binomialByInversion(trials, chance) : binomialByRejection(Double(trials), chance)
  }

  private mutating func binomialByInversion(_ trials: Int, _ chance: Double) -> Int {
    // Waiting times between successes are geometric.
    let first = 1 - uniform()
    // None at all has a chance of no less than 1 - n p.
    guard first > 1 - Double(trials) * chance else { return 0 }
    let scale = Double.log(onePlus: -chance)
    var position = (Double.log(first) / scale).rounded(.down) + 1
    var successes = 0
    while position <= Double(trials) {
      position += (Double.log(1 - uniform()) / scale).rounded(.down) + 1
      successes += 1
    }
    return successes
  }

  private mutating func binomialByRejection(_ trials: Double, _ chance: Double) -> Int {
    let spread = (trials * chance * (1 - chance)).squareRoot()
    let width = 1.15 + 2.53 * spread
    let height = -0.0873 + 0.0248 * width + 0.01 * chance
    let centre = trials * chance + 0.5
    let alpha = (2.83 + 5.1 / width) * spread
    let squeeze = 0.92 - 4.2 / width
    let mode = ((trials + 1) * chance).rounded(.down)
    let odds = Double.log(chance / (1 - chance))
    let top = Double.logGamma(mode + 1) + .logGamma(trials - mode + 1)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let edge = 0.5 - abs(u)
      let number = ((2 * height / edge + width) * u + centre).rounded(.down)
      guard number >= 0, number <= trials else { continue }
      if edge >= 0.07, v <= squeeze { return Int(number) }
      let density =
        top - .logGamma(number + 1) - .logGamma(trials - number + 1) + (number - mode) * odds
      if Double.log(v * alpha / (height / (edge * edge) + width)) <= density { return Int(number) }
    }
  }
}
