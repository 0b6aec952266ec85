import Kinetics
import Laws
import Synthesis
import Testing

@testable import PopulationBalance

/// Hardly any nuclei.
private struct RareNucleation: NucleationLaw {
  static let name = "rare"
  static let summary = "For tests."
  static let equation = "J = 1000, n = 30"
  static let assumptions = "None."
  static let source = "None."
  static let parameters: [Parameter<Self>] = []

  func birth<Value: TabulatedScalar>(on ladder: Ladder, in medium: Medium<Value>) -> Birth<Value> {
    Birth(rate: Value(1000), units: Value(30))
  }
}

@Suite("Moving classes")
struct MovingClassTests {
  @Test("stop where a few crystals take up the whole flask, and say so")
  func outgrown() {
    var experiment = Flasks.synthesis(duration: 2000)
    var attachment = SurfaceLimited()
    attachment.surfaceRateConstant = Coefficient(10)
    experiment.ladder.attachment = attachment
    experiment.ladder.energies = []
    experiment.ladder.solubility = Coefficient(0)
    experiment.nucleation = NucleationClosure(RareNucleation())
    experiment.grid.kind = .moving
    let trajectory = experiment.balance()
    #expect(trajectory.interruption?.reason.contains("crystals outgrow 1e15 units") == true)
    #expect(trajectory.frames.allSatisfy { $0.number.isFinite })
  }
}
