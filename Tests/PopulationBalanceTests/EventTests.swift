import Kinetics
import PopulationBalance
import RealModule
import Synthesis
import Testing

@Suite("Events of the balance")
struct EventTests {
  @Test("set concentrations anew, and book what appears and vanishes")
  func timed() {
    var experiment = Experiment(
      network: Flasks.conversion(rate: Coefficient(0.5), precursor: 8), ladder: Flasks.inert,
      recipe: Flasks.recipe(), duration: 3, outputs: [1, 2, 3])
    experiment.recipe.events = [
      FlaskEvent(.time(1), settings: [FlaskEvent.Setting(species: 1, concentration: 12)]),
      FlaskEvent(.time(2), settings: [FlaskEvent.Setting(species: 0, concentration: 1)]),
    ]
    let trajectory = experiment.balance()
    #expect(trajectory.interruption == nil)
    let frames = trajectory.frames
    let half = Double.exp(-0.5)
    #expect(abs(frames[0].species[1] - 12) < 1e-12)
    #expect(relativeError(frames[1].species[1], 12 * half) < 1e-5)
    #expect(relativeError(frames[2].species[1], 12 * half * half) < 1e-5)
    #expect(relativeError(frames[2].species[0], 1 + 12 * half * (1 - half)) < 1e-5)
    // What the first second and the second made of solute, but for 1 mol/m³.
    #expect(relativeError(frames[1].lost, (8 + 12) * (1 - half) - 1) < 1e-5)
    #expect(trajectory.statistics.matterDefect < 1e-12)
  }
}
