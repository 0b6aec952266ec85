import Kinetics
import PopulationBalance
import Synthesis
import Testing

@Suite("Experiments and parameters without sensitivities")
struct SensitivityRefusalTests {
  private func refusal(
    of experiment: Experiment, _ change: (inout Experiment) -> Void
  ) -> String? {
    var upper = experiment
    change(&upper)
    let direction = Direction(lower: experiment, upper: upper, distance: 1, scale: 1)
    do throws(SensitivityRefusal) {
      _ = try experiment.balance(along: [direction])
      return nil
    } catch {
      return error.description
    }
  }

  @Test("parameters that move times or change what is resolved are refused in words")
  func parameters() {
    let injection = Injection(time: 2, volume: 1e-6, contents: [0, 1])
    var experiment = Flasks.synthesis()
    experiment.recipe.injections = [injection]
    let advice = "; use finite differences of whole runs"
    #expect(
      refusal(of: experiment) { $0.recipe.injections[0].time = 2.001 }
        == "parameter 1 has no sensitivities: it moves the times of injections, events or ramps"
        + advice)
    #expect(
      refusal(of: experiment) { $0.grid.cellRatio = 0.03 }
        == "parameter 1 has no sensitivities: it changes the grid" + advice)
    #expect(
      refusal(of: experiment) { $0.crystalFloor = 31 }
        == "parameter 1 has no sensitivities: it changes the crystal floor" + advice)
    #expect(
      refusal(of: experiment) { $0.ladder.solubility = Coefficient(0) }
        == "parameter 1 has no sensitivities: it makes the solid soluble or insoluble" + advice)
    #expect(
      refusal(of: experiment) { $0.duration = 21 }
        == "parameter 1 has no sensitivities: it changes the duration or the times of outputs"
        + advice)
  }

  @Test("experiments that keep none are refused in words")
  func experiments() {
    let advice = "; use finite differences of whole runs"
    #expect(
      refusal(of: Flasks.synthesis(grid: SizeGrid(kind: .moving))) { _ in }
        == "the experiment has no sensitivities: classes that move with their size keep none"
        + advice)
    var experiment = Flasks.synthesis()
    experiment.reactor = .tanks(2)
    #expect(
      refusal(of: experiment) { _ in }
        == "the experiment has no sensitivities: tanks in series pass none on" + advice)
    experiment.reactor = .laminarTube
    #expect(
      refusal(of: experiment) { _ in }
        == "the experiment has no sensitivities: a laminar tube mixes none" + advice)
  }

  @Test("neighbours that are no distance apart are refused")
  func distance() {
    let experiment = Flasks.synthesis()
    let direction = Direction(lower: experiment, upper: experiment, distance: 0, scale: 1)
    #expect(throws: SensitivityRefusal.self) { try experiment.balance(along: [direction]) }
  }
}
