import Sundials
import Testing

@Suite("Stiff integration")
struct StiffIntegratorTests {
  @Test("a stiff problem follows its smooth solution in few steps")
  func stiff() throws {
    var integrator = try StiffIntegrator(ProtheroRobinson(), state: [1, 1, 1], at: 0)
    while integrator.time < 3 { try integrator.step(toward: 3) }
    // cos 3
    let expected = -0.989_992_496_600_445_5
    integrator.withState { state in
      for slot in state.indices { #expect(abs(state[slot] - expected) <= 1e-7) }
    }
    #expect(integrator.time == 3)
    #expect(integrator.statistics.steps < 500)
    #expect(integrator.statistics.jacobians < integrator.statistics.steps)
  }

  @Test("a chain gives Poisson's distribution, at the end and between steps")
  func chain() throws {
    let problem = DecayChain()
    var start = [Double](repeating: 0, count: 60)
    start[0] = 1
    var integrator = try StiffIntegrator(problem, state: start, at: 0)
    while integrator.time < 4 { try integrator.step(toward: 20) }
    let between = try integrator.state(at: 4)
    let expected = problem.solution(count: 60, at: 4)
    for n in expected.indices { #expect(abs(between[n] - expected[n]) <= 1e-7) }
    try integrator.restart(at: 4, from: expected)
    while integrator.time < 20 { try integrator.step(toward: 20) }
    let later = problem.solution(count: 60, at: 20)
    integrator.withState { state in
      for n in later.indices { #expect(abs(state[n] - later[n]) <= 1e-7) }
    }
  }

  /// A chain run to 20, all slots from the start or more of them as the front comes near.
  private func chainEnd(growing: Bool) throws -> (state: [Double], steps: Int) {
    var start = [Double](repeating: 0, count: growing ? 40 : 120)
    start[0] = 1
    var integrator = try StiffIntegrator(DecayChain(), state: start, at: 0)
    integrator.countOccupied(40)
    var isLong = !growing
    while integrator.time < 20 {
      try integrator.step(toward: 20)
      if !isLong, integrator.time > 2 {
        try integrator.grow(to: 120)
        isLong = true
      }
    }
    return (
      integrator.withState { state in state.indices.map { state[$0] } },
      integrator.statistics.steps
    )
  }

  @Test("a state that grows underway ends as one that was long from the start")
  func growth() throws {
    let (grown, steps) = try chainEnd(growing: true)
    let (long, stepsOfLong) = try chainEnd(growing: false)
    #expect(grown.count == 120)
    // Within the tolerance of both: after the growth the Newton matrix is formed once more.
    for n in long.indices { #expect(abs(grown[n] - long[n]) <= 2e-8) }
    let expected = DecayChain().solution(count: 120, at: 20)
    for n in long.indices { #expect(abs(grown[n] - expected[n]) <= 1e-7) }
    #expect(abs(grown.reduce(0, +) - 1) <= 1e-13)
    // No restart: that would begin again at order one with a tiny step.
    #expect(steps <= stepsOfLong + 5)
  }

  @Test("fewer occupied slots in the error norm mean more, smaller steps")
  func occupied() throws {
    func steps(occupied: Int) throws -> Int {
      var start = [Double](repeating: 0, count: 2000)
      start[0] = 1
      var integrator = try StiffIntegrator(DecayChain(), state: start, at: 0)
      integrator.countOccupied(occupied)
      while integrator.time < 10 { try integrator.step(toward: 10) }
      return integrator.statistics.steps
    }
    #expect(try steps(occupied: 20) > steps(occupied: 2000))
  }

  @Test("a state may shrink at a restart")
  func shrink() throws {
    var start = [Double](repeating: 0, count: 50)
    start[0] = 1
    var integrator = try StiffIntegrator(DecayChain(), state: start, at: 0)
    while integrator.time < 1 { try integrator.step(toward: 1) }
    try integrator.restart(at: 0, from: [1, 0, 0])
    while integrator.time < 1 { try integrator.step(toward: 1) }
    let expected = DecayChain().solution(count: 3, at: 1)
    integrator.withState { state in
      #expect(state.count == 3)
      for n in expected.indices { #expect(abs(state[n] - expected[n]) <= 1e-7) }
    }
  }

  @Test("slopes follow the closed form, also of slots that come later")
  func slopes() throws {
    var start = [Double](repeating: 0, count: 40)
    start[0] = 1
    let still = start.map { _ in 0.0 }
    var integrator = try StiffIntegrator(
      SensitiveChain(), state: start, slopes: [still, start], at: 0)
    while integrator.time < 12 {
      try integrator.step(toward: 12)
      if integrator.time > 2, integrator.withState({ $0.count }) == 40 {
        try integrator.grow(to: 80)
      }
    }
    let slopes = try integrator.slopes(at: 12)
    let expected = DecayChain().solution(count: 80, at: 12)
    for n in expected.indices {
      // d/dk of (kt)^n e^(-kt)/n!; to the start the chain is linear.
      let toRate = (Double(n) - 12) * expected[n]
      #expect(abs(slopes[0][n] - toRate) <= 2e-7)
      #expect(abs(slopes[1][n] - expected[n]) <= 1e-7)
    }
    try integrator.restart(at: 0, from: [1, 0, 0], slopes: [[0, 0, 0], [1, 0, 0]])
    while integrator.time < 1 { try integrator.step(toward: 1) }
    let short = DecayChain().solution(count: 3, at: 1)
    let again = try integrator.slopes(at: 1)
    for n in short.indices {
      #expect(abs(again[0][n] - (Double(n) - 1) * short[n]) <= 2e-7)
    }
  }
}
