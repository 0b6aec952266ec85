import ClusterMonteCarlo
import Kinetics
import Laws
import Synthesis
import Testing

/// Whole distributions against master equations that are solved without drawing anything.
@Suite("Realizations follow the master equation")
struct MasterEquationTests {
  private static let realizations = 400

  /// Every way to divide so many units into clusters, largest first; ones are monomers.
  private static func partitions(of units: Int, upTo largest: Int) -> [[Int]] {
    guard units > 0 else { return [[]] }
    return (1...min(units, largest)).flatMap { first in
      partitions(of: units - first, upTo: first).map { [first] + $0 }
    }
  }

  @Test("of a whole ladder of seven units", arguments: Samples.methods)
  func ladder(method: MonteCarlo.Method) {
    let ladder = Samples.ladder(
      Samples.power(0.4), energies: [Samples.surface(1.5)], solubility: 0.6)
    let states = Self.partitions(of: 7, upTo: 7)
    var equation = MasterEquation()
    let medium = Medium(temperature: 500.0)
    func place(_ state: [Int]) -> Int {
      states.firstIndex(of: state.sorted(by: >)) ?? 0
    }
    for (from, state) in states.enumerated() {
      let monomers = state.filter { $0 == 1 }
      let clusters = state.filter { $0 > 1 }
      for (place_, size) in clusters.enumerated() {
        var others = clusters
        others.remove(at: place_)
        let up = ladder.edge(above: size, in: medium).attachment / Samples.one
        equation.add(
          from, place(others + [size + 1] + monomers.dropFirst()),
          monomers.isEmpty ? 0 : up * Double(monomers.count))
        let below = ladder.edge(above: size - 1, in: medium)
        equation.add(
          from, place(others + [size - 1, 1] + monomers),
          below.attachment / Samples.one * below.equilibrium)
      }
      let pairs = Double(monomers.count * (monomers.count - 1))
      equation.add(
        from, place(clusters + [2] + monomers.dropFirst(2)),
        pairs * ladder.edge(above: 1, in: medium).attachment / Samples.one)
    }
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 7, units: 1)], ladder: ladder, outputs: [0.5])
    experiment.grid = SizeGrid(top: .closed, largest: 8)
    let chances = equation.chances(
      from: place(Array(repeating: 1, count: 7)), of: states.count, after: 0.5)
    #expect(abs(chances.reduce(0, +) - 1) < 1e-9)
    #expect(chances.count { $0 > 0.01 } > 8)
    var found = [Double](repeating: 0, count: states.count)
    for state in experiment.draw(Self.realizations, method, Self.state) { found[place(state)] += 1 }
    #expect(Statistics.chiSquare(found, chances.map { $0 * Double(Self.realizations) }) < 3)
  }

  /// The clusters of a realization at its end, monomers among them.
  private static func state(_ realization: Realization) -> [Int] {
    guard let frame = realization.frames.last, let sample = realization.sizes.last else {
      return []
    }
    let monomers = Int((frame.solute * frame.volume * PhysicalConstants.avogadro).rounded())
    return zip(sample.units, sample.counts).flatMap { repeatElement($0, count: $1) }
      + Array(repeating: 1, count: monomers)
  }

  @Test(
    "of one crystal whose facets read the solute and stand still where they are in balance",
    arguments: FacetNucleation.Form.allCases, Samples.methods)
  func facets(form: FacetNucleation.Form, method: MonteCarlo.Method) {
    var law = FacetNucleation()
    law.form = form
    law.surfaceRateConstant = Coefficient(0.6 * Samples.one / 1e-18)
    law.edgeEnergy = Coefficient(4e-12)
    law.stepHeight = Coefficient(3e-10)
    law.diffusionLength = Coefficient(1e-9)
    // One particle under a closure that bears nothing, so that no monomers meet.
    let units = 60
    let ladder = Samples.ladder(law, energies: [Samples.surface(4)], solubility: 4)
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: Double(units - 20), units: 1)], ladder: ladder,
      seeds: [Samples.seeds(1, of: 20)], outputs: [0.4])
    experiment.grid = SizeGrid(top: .closed, largest: units + 1)
    var closure = PowerLawNucleation()
    closure.order = Coefficient(1)
    experiment.nucleation = NucleationClosure(closure, dissolvesBelow: 3)
    var equation = MasterEquation()
    for size in 3..<units {
      let there = Medium(temperature: 500, solute: Double(units - size))
      let above = ladder.edge(above: size, in: there).attachment / Samples.one
      equation.add(size, size + 1, above * Double(units - size))
      let below = ladder.edge(above: size - 1, in: there)
      equation.add(
        size, size == 3 ? 0 : size - 1, below.attachment / Samples.one * below.equilibrium)
    }
    let chances = equation.chances(from: 20, of: units + 1, after: 0.4)
    #expect(chances.count { $0 > 0.005 } > 8)
    var found = [Double](repeating: 0, count: units + 1)
    for size in experiment.draw(Self.realizations, method, { $0.sizes.last?.units.first ?? 0 }) {
      found[size] += 1
    }
    #expect(Statistics.chiSquare(found, chances.map { $0 * Double(Self.realizations) }) < 3)
  }
}
