import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@Suite("The exact ladder against exact sums")
struct LadderClosedFormTests {
  /// The dimensionless ladder on its own, in one cubic metre.
  private func run(
    theta: Double, solute: Double, isHeld: Bool, grid: SizeGrid, floor: Int, outputs: [Double],
    relative: Double = 1e-11
  ) -> Trajectory {
    Experiment(
      network: ReactionNetwork(
        species: [Species(name: "solute", initial: solute, units: 1, isHeld: isHeld)],
        reactions: []),
      ladder: Flasks.dimensionless(theta: theta),
      recipe: Recipe(volume: 1, program: TemperatureProgram(heldAt: 300)), grid: grid,
      duration: outputs.last ?? 1, outputs: outputs, tolerances: Tolerances(relative: relative),
      crystalFloor: floor, keepsEverySize: true
    ).balance()
  }

  @Test("V08: stationary flux", arguments: [(5.0, 4.0, 1.635112851550), (8, 6, 0.4744375643775)])
  func stationary(supersaturation: Double, theta: Double, flux: Double) throws {
    let trajectory = run(
      theta: theta, solute: supersaturation, isHeld: true,
      grid: SizeGrid(top: .open, largest: 120), floor: 21, outputs: [400])
    let frame = try #require(trajectory.frames.last)
    #expect(relativeError(frame.nucleationRate / Flasks.avogadro, flux) <= 1e-9)
    #expect(frame.supersaturation == supersaturation)
  }

  @Test("V09: transient of the open ladder")
  func transient() throws {
    let trajectory = run(
      theta: 4, solute: 5, isHeld: true, grid: SizeGrid(top: .open, largest: 120), floor: 21,
      outputs: [1, 5, 10])
    let sizes = try #require(trajectory.everySize).map { $0[3] / Flasks.avogadro }
    let fluxes = trajectory.frames.map { $0.nucleationRate / Flasks.avogadro }
    for (value, expected) in zip(sizes, [0.52234757, 0.76773755, 0.77464747]) {
      #expect(relativeError(value, expected) <= 1e-6)
    }
    for (value, expected) in zip(fluxes, [3.53245e-3, 1.358935013, 1.628374834]) {
      // The first is given to six digits.
      #expect(relativeError(value, expected) <= 2e-6)
    }
    #expect(trajectory.statistics.matterDefect <= 1e-10)
  }

  @Test(
    "V10: equilibrium of the closed ladder",
    arguments: [(0.5, 0.384012990311, 0.437350151), (1, 0.626703616899, 0.786723431)])
  func equilibrium(density: Double, solute: Double, clusters: Double) throws {
    let trajectory = run(
      theta: 2, solute: density, isHeld: false, grid: SizeGrid(), floor: 2, outputs: [3000])
    let frame = try #require(trajectory.frames.last)
    #expect(relativeError(frame.solute, solute) <= 1e-8)
    #expect(relativeError(frame.solute + frame.number / Flasks.avogadro, clusters) <= 1e-8)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
  }

  @Test("at first the solute loses 2 a_1 c_1², and dimers gain half of it, a_1 c_1²")
  func firstStep() throws {
    let time = 1e-6
    let trajectory = run(
      theta: 4, solute: 3, isHeld: false, grid: SizeGrid(top: .closed, largest: 8), floor: 2,
      outputs: [time])
    let frame = try #require(trajectory.frames.last)
    let dimers = try #require(trajectory.everySize)[0][0] / Flasks.avogadro
    // a_1 = 1.
    #expect(abs((3 - frame.solute) / (2 * 9 * time) - 1) <= 1e-4)
    #expect(abs(dimers / (9 * time) - 1) <= 1e-4)
  }

  @Test("an irreversible ladder of equal rates: dM/dt = -aM(M + K), K the number of clusters")
  func irreversible() throws {
    // With b = 0 and a_n = 1: K = Σ_(n≥1) c_n falls as dK/dt = -c_1 K and dc_1/dt = -c_1² - c_1 K.
    // So c_1/K = 1 - ln(K_0/K) ... with τ = ∫c_1 dt: K = e^(-τ), c_1 = (1 - τ) e^(-τ).
    var ladder = Flasks.dimensionless(theta: 0)
    ladder.solubility = Coefficient(0)
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(1 / Flasks.avogadro)
    ladder.attachment = attachment
    let trajectory = Experiment(
      network: ReactionNetwork(
        species: [Species(name: "solute", initial: 1, units: 1)], reactions: []),
      ladder: ladder, recipe: Recipe(volume: 1, program: TemperatureProgram(heldAt: 300)),
      duration: 200, outputs: [1, 200], tolerances: Tolerances(relative: 1e-10), crystalFloor: 2
    ).balance()
    for frame in trajectory.frames {
      #expect(frame.supersaturation == nil)
      let clusters = frame.solute + frame.number / Flasks.avogadro
      let τ = -log(clusters)
      #expect(abs(frame.solute - (1 - τ) * clusters) <= 1e-9)
    }
    // All monomer is gone at τ = 1.
    let last = try #require(trajectory.frames.last)
    #expect(abs(last.number / Flasks.avogadro - exp(-1)) <= 1e-6)
  }
}
