import Kinetics
import PopulationBalance
import Synthesis
import Testing

@testable import ValidationLadder

@Suite struct `Random experiments` {
  @Test func `are the same for one seed, and others for another`() {
    let one = RandomExperiment.make(.driven, seed: 7)
    let two = RandomExperiment.make(.driven, seed: 7)
    let other = RandomExperiment.make(.driven, seed: 8)
    #expect(one.duration == two.duration && one.recipe == two.recipe && one.grid == two.grid)
    #expect(one.duration != other.duration && one.recipe != other.recipe)
  }

  @Test(arguments: 1...30)
  func `are of the kind that was asked for`(seed: Int) {
    #expect(ExperimentKind(RandomExperiment.make(.closed, seed: seed)) == .closed)
    #expect(ExperimentKind(RandomExperiment.make(.driven, seed: seed)) == .driven)
  }

  @Test(arguments: [1000, 2000].flatMap { $0..<$0 + 100 })
  func `have grids that hold their seeds`(seed: Int) {
    let experiment = RandomExperiment.make(seed < 2000 ? .closed : .driven, seed: seed)
    let seeds = experiment.seeds + experiment.recipe.injections.flatMap(\.seeds)
    let largest = seeds.map { $0.sizes(on: experiment.ladder).last }.max() ?? 1
    #expect(largest <= experiment.grid.largest)
  }

  /// The ones that the quick tier checks.
  @Test(arguments: [1000, 2000].flatMap { $0..<$0 + 10 })
  func `come to their end, grow no further than was drawn, and keep their matter`(seed: Int) {
    let experiment = RandomExperiment.make(seed < 2000 ? .closed : .driven, seed: seed)
    let statistics = experiment.balance().statistics
    let isGrowing = experiment.grid.top == .growing
    // A growing grid keeps a fifth of its sizes free above the largest cluster, and 10,000 is the reach.
    #expect(statistics.largestCluster <= (isGrowing ? 20_000 : experiment.grid.largest))
    #expect(statistics.matterDefect <= 1e-12)
  }

  @Test func `have tops of every kind, and seeds or none`() {
    let some = (1...60).map { RandomExperiment.make(.driven, seed: $0) }
    #expect(Set(some.map(\.grid.top)) == [.growing, .closed, .open])
    #expect(Set(some.map(\.seeds.isEmpty)) == [true, false])
    #expect(Set(some.map { $0.ladder.isIrreversible }) == [true, false])
  }
}
