import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// What a good scenario says arrives in the experiment, in SI.
@Suite struct `A good scenario` {
  private let experiment: Experiment
  private let scenario: Scenario

  init() throws {
    scenario = try Scenario.parse(Fixtures.good)
    experiment = scenario.experiment
  }

  @Test func `says how long and what is kept`() {
    #expect(experiment.title == "CdSe, hot injection at 240 °C")
    #expect(experiment.duration == 1800)
    #expect(experiment.outputs == [0, 1, 600, 1800])
    #expect(experiment.tolerances == Tolerances(relative: 1e-7))
    #expect(experiment.seed == 1)
    #expect(experiment.grid == SizeGrid(top: .growing, largest: 200_000))
    #expect(!experiment.keepsEverySize)
  }

  @Test func `makes the network, the solute included`() throws {
    let network = experiment.network
    #expect(network.species.map(\.name) == ["TOPSe", "DPP", "solute"])
    #expect(network.species.map(\.initial) == [20, 5, 0])
    #expect(network.species.map(\.units) == [1, 0, 1])
    let reaction = try #require(network.reactions.first)
    #expect(reaction.order == 2)
    #expect(abs(reaction.rateConstant.value - 5e-5) < 1e-18)
    #expect(reaction.rateConstant.referenceTemperature == 513.15)
    #expect(reaction.rateConstant.energy == 90_000)
    #expect(reaction.yield == 0.9)
  }

  @Test func `makes the ladder from the catalogue and the material`() {
    let ladder = experiment.ladder
    #expect(abs(ladder.solubility.value - 1e-3) < 1e-18)
    #expect(ladder.solubility.energy == 60_000)
    #expect(abs(ladder.volumePerUnit - 5.610_579_463e-29) < 1e-37)
    let medium = Medium(temperature: 500.0)
    let particle = Particle(units: 1000, volumePerUnit: ladder.volumePerUnit)
    let expected = particle.area * 2e-4 / (1 + particle.radius * 2e-4 / 1e-9)
    let step = GrowthStep(energy: 0.0, equilibrium: 0)
    let found = ladder.attachment.attachment(of: particle, taking: step, in: medium)
    #expect(abs(found / expected - 1) < 1e-12)
    let energy = ladder.energies.map { $0.energy(of: particle, in: medium) }
    #expect(energy.count == 1 && abs(energy[0] / (0.1 * particle.area) - 1) < 1e-12)
    #expect(ladder.captureRadius == .particle && ladder.gibbsThomson == .exponential)
  }

  @Test func `makes the recipe`() throws {
    let recipe = experiment.recipe
    #expect(abs(recipe.volume - 1e-5) < 1e-18)
    let corners = recipe.program.corners
    #expect(corners.map(\.temperature) == [298.15, 513.15, 513.15, 333.15])
    #expect(zip(corners.map(\.time), [0, 1290, 1590, 1590]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(
      recipe.heat
        == HeatBalance(transfer: 0.5, capacity: 1.8e6, crystallisationEnthalpy: -20_000))
    let injection = try #require(recipe.injections.first)
    #expect(injection.time == 10 && injection.duration == 0)
    #expect(injection.temperature == 298.15)
    #expect(injection.contents == [200, 0, 0])
    #expect(
      experiment.seeds
        == [
          SeedPopulation(number: 1e22, distribution: .lognormal(mean: 3e-9, dispersion: 0.1))
        ])
  }

  @Test func `turns a crystal's diameter into units`() {
    let units = experiment.ladder.units(ofRadius: 0.75e-9)
    #expect(experiment.crystalFloor == Int(units.rounded(.up)))
  }

  @Test func `carries sweep and provenance`() throws {
    let sweep = try #require(scenario.sweep)
    #expect(sweep.design == .grid && sweep.replicates == 1 && sweep.keep == .values)
    #expect(
      sweep.axes.map(\.levels) == [
        .values(["0.01 1/(M s)", "0.1 1/(M s)"]),
        .range(from: "0.08 J/m^2", to: "0.12 J/m^2", count: 5, isLogarithmic: false),
      ])
    #expect(scenario.provenance.map(\.path) == ["batch", "purity"])
    #expect(scenario.files.first?.text == Fixtures.good)
    #expect(scenario.warnings.isEmpty)
  }

  @Test(arguments: Fixtures.shipped)
  func `is each that ships`(_ path: String) throws {
    _ = try Scenario.load(path)
  }
}
