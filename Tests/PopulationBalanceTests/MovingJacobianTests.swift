import Kinetics
import Oracles
import Sundials
import Synthesis
import Testing

@testable import PopulationBalance

@Suite("The Jacobian of moving classes")
struct MovingJacobianTests {
  static let flasks = CrowdedFlask.all.filter { $0.top == .closed && !$0.hasFeed && $0.hasClosure }

  @Test("agrees with central differences of the right-hand side", arguments: flasks)
  func centralDifferences(flask: CrowdedFlask) {
    var experiment = flask.experiment
    experiment.grid.kind = .moving
    experiment.seeds = [
      SeedPopulation(number: 1e23, distribution: .single(diameter: 5)),
      SeedPopulation(number: 3e23, distribution: .single(diameter: 6.1)),
    ]
    var balance = MovingBalance(experiment)
    var state = balance.filled(with: experiment).amounts
    balance.enter(0...10)
    var numbers = SeededNumbers(seed: 7)
    for slot in 0..<balance.layout.speciesCount { state[slot] = numbers.number(0.2, 3) }
    for ligand in 0..<balance.layout.ligandCount {
      state[balance.layout.coverage(ligand)] = numbers.number(0.1, 0.4)
    }
    state[balance.openNumber] = 0.3
    state[balance.edge] = 9
    state[state.count - 1] = 0.3 * 7
    let time = 4.0
    var jacobian = balance.makeJacobian()
    jacobian.resize(toHold: state.count)
    balance.differentiate(&jacobian, at: time, state: state.span)
    balance.differentiate(&jacobian, at: time, state: state.span)
    let exact = jacobian.dense()
    for column in state.indices {
      let step = 1e-6 * max(1e-3, abs(state[column]))
      let up = rates(&balance, state, column, step, time)
      let down = rates(&balance, state, column, -step, time)
      for row in state.indices {
        let difference = (up[row] - down[row]) / (2 * step)
        let noise = 1e-13 * max(10, abs(up[row])) / step
        let error = abs(exact[row][column] - difference)
        #expect(error <= 1e-6 * abs(difference) + noise, "row \(row) column \(column)")
      }
    }
  }

  private func rates(
    _ balance: inout MovingBalance, _ state: [Double], _ slot: Int, _ step: Double, _ time: Double
  ) -> [Double] {
    var moved = state
    moved[slot] += step
    var rates = [Double](repeating: .nan, count: state.count)
    var target = rates.mutableSpan
    balance.evaluate(&target, at: time, state: moved.span)
    return rates
  }
}
