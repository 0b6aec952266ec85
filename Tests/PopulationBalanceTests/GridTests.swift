import Kinetics
import Laws
import PopulationBalance
import RealModule
import Synthesis
import Testing

@Suite("The grid of an exact balance")
struct GridTests {
  @Test("a growing top equals a closed one far away")
  func growth() {
    let growing = Flasks.synthesis().balance()
    let far = Flasks.synthesis(grid: SizeGrid(top: .closed, largest: 900)).balance()
    #expect(growing.statistics.largestCluster > 128)
    #expect(growing.statistics.largestCluster < 900)
    #expect(growing.statistics.shareNearTop <= 1e-9)
    for (one, other) in zip(growing.frames, far.frames).dropFirst() {
      #expect(relativeError(one.number, other.number) <= 2e-5)
      #expect(relativeError(one.radiusMean ?? 0, other.radiusMean ?? 1) <= 2e-5)
      #expect(relativeError(one.solute, other.solute) <= 2e-5)
    }
  }

  @Test("beyond grid.largest the run is refused, and keeps what it reached")
  func refusal() throws {
    let trajectory = Flasks.synthesis(grid: SizeGrid(largest: 140)).balance()
    let interruption = try #require(trajectory.interruption)
    #expect(interruption.cause == .failed)
    #expect(interruption.reason.contains("grid.largest"))
    #expect(interruption.reason.contains("140"))
    #expect(interruption.time > 0 && interruption.time < 20)
    #expect(!trajectory.frames.isEmpty)
    #expect(trajectory.frames.allSatisfy { $0.time <= interruption.time })
    #expect(trajectory.statistics.steps > 0)
    #expect(trajectory.distributions.numbers.count == trajectory.frames.count)
  }

  @Test("seeds that are too large at the start are refused without a crash")
  func largeSeeds() throws {
    var experiment = Flasks.synthesis(grid: SizeGrid(largest: 500))
    experiment.seeds = [SeedPopulation(number: 1e21, distribution: .single(diameter: 5e-9))]
    let trajectory = experiment.balance()
    let interruption = try #require(trajectory.interruption)
    #expect(interruption.time == 0)
    #expect(interruption.reason.contains("500"))
    #expect(trajectory.frames.isEmpty)
    #expect(trajectory.distributions.numbers.isEmpty)
  }

  @Test("a small closed grid is as good as any", arguments: [2, 3, 20])
  func small(largest: Int) {
    let trajectory = Flasks.synthesis(
      duration: 1, grid: SizeGrid(top: .closed, largest: largest)
    ).balance()
    #expect(trajectory.interruption == nil)
    #expect(trajectory.statistics.largestCluster == largest)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
  }

  @Test("a run that is stopped keeps its frames")
  func cancellation() throws {
    var heard = 0
    let trajectory = Flasks.synthesis().balance { progress in
      heard += 1
      #expect(progress.end == 20)
      return progress.time > 6 ? .cancel : .proceed
    }
    let interruption = try #require(trajectory.interruption)
    #expect(interruption.cause == .cancelled)
    #expect(interruption.time > 6 && interruption.time < 20)
    #expect(trajectory.frames.map(\.time).prefix(2) == [0, 5])
    #expect(trajectory.frames.count < 4)
    #expect(trajectory.statistics.steps == heard)
  }

  @Test("linear Gibbs-Thomson is refused where 1 + ΔE/kT ≤ 0, and runs elsewhere")
  func linear() throws {
    func run(gamma: Double) -> Trajectory {
      var experiment = Flasks.synthesis(duration: 0.1)
      var surface = SurfaceEnergy()
      surface.surfaceEnergy = Coefficient(gamma)
      experiment.ladder.energies = [surface]
      experiment.ladder.gibbsThomson = .linear
      return experiment.balance()
    }
    #expect(run(gamma: 0.1).interruption == nil)
    let trajectory = run(gamma: -0.1)
    let interruption = try #require(trajectory.interruption)
    #expect(interruption.cause == .failed)
    #expect(interruption.reason.contains("gibbs_thomson"))
    #expect(interruption.reason.contains("2 units"))
    #expect(trajectory.frames.isEmpty)
  }

  @Test("zero solubility leaves supersaturation and critical radius out")
  func insoluble() {
    var experiment = Flasks.synthesis(duration: 1)
    experiment.ladder.solubility = Coefficient(0)
    for frame in experiment.balance().frames {
      #expect(frame.supersaturation == nil)
      #expect(frame.criticalRadius == nil)
    }
  }

  @Test("the critical radius is that of the Gibbs-Thomson equation, to a unit")
  func criticalRadius() throws {
    let trajectory = Flasks.synthesis(duration: 2).balance()
    let frame = trajectory.frames[3]
    let supersaturation = try #require(frame.supersaturation)
    // 2γv/(kT ln S), nm.
    let classical = 2 * 0.10 * 5.6e-29 / (Flasks.boltzmann * 513 * .log(supersaturation)) * 1e9
    let radius = try #require(frame.criticalRadius)
    #expect(relativeError(radius, classical) <= 0.15)
  }

  @Test("distributions on smooth cells have no gaps: their bins are those cells")
  func smoothBins() throws {
    var flask = Flasks.synthesis(grid: SizeGrid(kind: .hybrid, hasGrowthNoise: false))
    flask.nucleation = NucleationClosure(NoNucleation())
    flask.seeds = [
      SeedPopulation(number: 1e20, distribution: .normal(mean: 3e-9, dispersion: 0.15))
    ]
    let distributions = flask.balance().distributions
    let numbers = try #require(distributions.numbers.first)
    let densities = zip(numbers, zip(distributions.edges, distributions.edges.dropFirst())).map {
      $0 / ($1.1 - $1.0)
    }
    let most = try #require(densities.max())
    let known = densities.indices.dropFirst().dropLast().filter { densities[$0] > 0.1 * most }
    #expect(known.count > 20)
    for bin in known {
      let around = 0.5 * (densities[bin - 1] + densities[bin + 1])
      #expect(relativeError(densities[bin], around) <= 0.1)
    }
  }
}
