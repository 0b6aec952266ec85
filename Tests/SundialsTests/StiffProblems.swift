import Foundation
import Sundials

/// A decay chain from y_0 to y_1 to y_2 and on at one rate k: Poisson's distribution.
///
///     y_n(t) = (kt)^n e^(-kt) / n!
struct DecayChain: StiffProblem {
  var rate = 1.0
  var tolerance = 1e-8

  func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>) {
    rates[0] = -rate * state[0]
    for n in 1..<state.count { rates[n] = rate * (state[n - 1] - state[n]) }
  }

  func makeJacobian() -> ArrowMatrix {
    ArrowMatrix(cornerCount: 1, reachingColumns: [0], reachingRows: [], bandCount: 0)
  }

  func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>) {
    jacobian.corner[0] = -rate
    for index in 0..<jacobian.bandCount {
      jacobian.columns[0][index] = index == 0 ? rate : 0
      jacobian.band[0][index] = rate
      jacobian.band[1][index] = -rate
    }
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    for slot in state.indices { weights[slot] = 1 / (tolerance * (abs(state[slot]) + 1e-3)) }
  }

  /// The closed form up to size `count`, by its recurrence.
  func solution(count: Int, at time: Double) -> [Double] {
    var values = [exp(-rate * time)]
    for n in 1..<count { values.append(values[n - 1] * rate * time / Double(n)) }
    return values
  }
}

/// A decay chain with its slopes to the rate, and to what it starts from.
struct SensitiveChain: StiffProblem {
  private let chain = DecayChain()
  var directionCount: Int { 2 }

  func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>) {
    chain.evaluate(&rates, at: time, state: state)
  }

  func makeJacobian() -> ArrowMatrix { chain.makeJacobian() }

  func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>) {
    chain.differentiate(&jacobian, at: time, state: state)
  }

  func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>
  ) {
    guard direction == 0 else {
      for slot in state.indices { rates[slot] = 0 }
      return
    }
    // The rates are in proportion to the rate constant, which is one.
    chain.evaluate(&rates, at: time, state: state)
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    chain.weigh(&weights, state: state)
  }
}

/// A smooth solution to which a very stiff problem relaxes.
///
///     dy/dt = -λ (y - cos t) - sin t,  y = cos t
///
/// A. Prothero, A. Robinson, *Math. Comput.* **28**, 145 (1974), doi:10.2307/2005822.
struct ProtheroRobinson: StiffProblem {
  var stiffness = 1e6

  func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>) {
    for slot in state.indices { rates[slot] = -stiffness * (state[slot] - cos(time)) - sin(time) }
  }

  func makeJacobian() -> ArrowMatrix {
    ArrowMatrix(cornerCount: 1, reachingColumns: [], reachingRows: [], bandCount: 0)
  }

  func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>) {
    jacobian.corner[0] = -stiffness
    for index in 0..<jacobian.bandCount { jacobian.band[1][index] = -stiffness }
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    for slot in state.indices { weights[slot] = 1e8 }
  }
}

/// A rate that is no number from a time on.
struct Spoilt: StiffProblem {
  var from = 0.5

  func evaluate(_ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>) {
    rates[0] = time > from ? .nan : -state[0]
  }

  func makeJacobian() -> ArrowMatrix {
    ArrowMatrix(cornerCount: 1, reachingColumns: [], reachingRows: [], bandCount: 0)
  }

  func differentiate(_ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>) {
    jacobian.corner[0] = -1
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) { weights[0] = 1e6 }
}
