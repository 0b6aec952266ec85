import RealModule

/// A Markov process on so many states, solved by uniformization.
///
///     p(t) = Σ_k e^(-Λt) (Λt)^k/k! p(0) P^k,  P = 1 + Q/Λ
///
/// A. Jensen, *Skand. Aktuarietidskr.* **36**, 87 (1953).
struct MasterEquation {
  private(set) var steps: [(from: Int, to: Int, rate: Double)] = []

  mutating func add(_ from: Int, _ to: Int, _ rate: Double) {
    if rate > 0 { steps.append((from, to, rate)) }
  }

  /// The chance of each state after a time, from one state.
  func chances(from start: Int, of states: Int, after time: Double) -> [Double] {
    var leaving = [Double](repeating: 0, count: states)
    for step in steps { leaving[step.from] += step.rate }
    let pace = 1.02 * (leaving.max() ?? 0)
    var now = [Double](repeating: 0, count: states)
    now[start] = 1
    var sum = [Double](repeating: 0, count: states)
    var weight = -pace * time
    let last = Int(pace * time + 8 * (pace * time).squareRoot() + 20)
    for term in 0...last {
      for state in 0..<states { sum[state] += Double.exp(weight) * now[state] }
      weight += Double.log(pace * time) - .log(Double(term + 1))
      var next = now
      for step in steps {
        let flow = now[step.from] * step.rate / pace
        next[step.from] -= flow
        next[step.to] += flow
      }
      now = next
    }
    return sum
  }
}
