import Oracles
import Sundials
import Synthesis
import Testing

@testable import PopulationBalance

@Suite("Matter in the Newton matrix")
struct MatterRowTests {
  @Test("is what the Jacobian keeps", arguments: CrowdedFlask.all)
  func kept(flask: CrowdedFlask) throws {
    var (balance, state) = flask.experiment.firstBalance()
    for slot in state.indices where slot != balance.layout.temperature { state[slot] = 0.7 }
    var jacobian = balance.makeJacobian()
    jacobian.resize(toHold: state.count)
    balance.differentiate(&jacobian, at: 4, state: state.span)
    let matter = try #require(balance.invariant(bandCount: jacobian.bandCount))
    let weights = matter.corner + matter.band
    let matrix = jacobian.dense()
    for column in weights.indices {
      let terms = weights.indices.map { weights[$0] * matrix[$0][column] }
      let size = terms.reduce(0) { $0 + abs($1) }
      #expect(abs(terms.reduce(0, +)) <= 1e-13 * size)
    }
  }

  @Test("gives the same steps", arguments: CrowdedFlask.all)
  func sameSteps(flask: CrowdedFlask) throws {
    var (balance, state) = flask.experiment.firstBalance()
    var numbers = SeededNumbers(seed: 3)
    for slot in state.indices where slot != balance.layout.temperature {
      state[slot] = numbers.number(0.2, 3)
    }
    var jacobian = balance.makeJacobian()
    jacobian.resize(toHold: state.count)
    balance.differentiate(&jacobian, at: 4, state: state.span)
    let right = state.map { _ in numbers.number(-1, 1) }
    var solutions = [[Double]]()
    for invariant in [nil, balance.invariant(bandCount: jacobian.bandCount)] {
      var factors = ArrowFactors()
      let isRegular = factors.factor(jacobian, scaledBy: 1e-3, keeping: invariant)
      #expect(isRegular)
      var solution = right
      var entries = solution.mutableSpan
      factors.solve(&entries)
      solutions.append(solution)
    }
    #expect(DenseOracle.distance(solutions[0], solutions[1]) <= 1e-11)
  }
}
