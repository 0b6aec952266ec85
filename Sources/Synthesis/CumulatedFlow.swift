/// The integral over time of what of a rate is positive; the rate runs straight between its points.
struct CumulatedFlow {
  /// s.
  private let times: [Double]
  private let rates: [Double]
  /// What had passed at each time.
  private let passed: [Double]

  init(times: [Double], rates: [Double]) {
    let positive = rates.map { max(0, $0) }
    var passed = [Double]()
    for place in times.indices {
      let step = place == 0 ? 0 : times[place] - times[place - 1]
      let mean = place == 0 ? 0 : 0.5 * (positive[place - 1] + positive[place])
      passed.append((passed.last ?? 0) + mean * step)
    }
    self.times = times
    self.rates = positive
    self.passed = passed
  }

  var total: Double { passed.last ?? 0 }

  /// When a share of all had passed, s; nil where nothing ever did.
  func time(ofShare share: Double) -> Double? {
    guard total > 0, let after = passed.firstIndex(where: { $0 >= share * total }), after > 0
    else { return nil }
    let rest = share * total - passed[after - 1]
    let width = times[after] - times[after - 1]
    let slope = (rates[after] - rates[after - 1]) / width
    // rest = j t + slope t²/2
    let first = rates[after - 1]
    let root = max(0, first * first + 2 * slope * rest).squareRoot()
    return times[after - 1] + (first + root > 0 ? min(width, 2 * rest / (first + root)) : 0)
  }

  /// What had passed at a time.
  func amount(at time: Double) -> Double {
    guard let after = times.firstIndex(where: { $0 > time }) else { return total }
    guard after > 0 else { return 0 }
    let (width, into) = (times[after] - times[after - 1], time - times[after - 1])
    let slope = (rates[after] - rates[after - 1]) / width
    return passed[after - 1] + (rates[after - 1] + 0.5 * slope * into) * into
  }
}
