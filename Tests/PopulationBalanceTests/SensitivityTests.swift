import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@Suite("Sensitivities of the balance")
struct SensitivityTests {
  @Test("A -> B -> C: the closed form's derivatives to both rates and the start")
  func series() throws {
    let (k, l, start, time) = (2e-3, 5e-4, 7.0, 900.0)
    func reactions(_ k: Double, _ l: Double) -> [Reaction] {
      [
        Reaction(
          equation: "", reactants: [Flasks.term(1)], products: [Flasks.term(2)],
          rateConstant: Coefficient(k)),
        Reaction(
          equation: "", reactants: [Flasks.term(2)], products: [Flasks.term(3)],
          rateConstant: Coefficient(l)),
      ]
    }
    let species = [
      Species(name: "solute", units: 1), Species(name: "A", initial: start, units: 1),
      Species(name: "B", units: 1), Species(name: "C", units: 1),
    ]
    let experiment = Experiment(
      network: ReactionNetwork(species: species, reactions: reactions(k, l)),
      ladder: Flasks.inert, recipe: Flasks.recipe(), grid: SizeGrid(top: .closed, largest: 4),
      duration: time, outputs: [time], tolerances: Tolerances(relative: 1e-9))
    let run = try experiment.balance(along: [
      Direction(of: experiment, at: k) {
        $0.network = ReactionNetwork(species: species, reactions: reactions($1, l))
      },
      Direction(of: experiment, at: l) {
        $0.network = ReactionNetwork(species: species, reactions: reactions(k, $1))
      },
      Direction(of: experiment, at: start) { $0.network = $0.network.starting(1, at: $1) },
    ])
    #expect(run.trajectory.interruption == nil)
    let (d, e) = (exp(-k * time), exp(-l * time))
    let b = start * k / (l - k) * (d - e)
    let expected = [
      start * (l / (l - k) / (l - k) * (d - e) - k / (l - k) * time * d),
      start * k * (-(d - e) / (l - k) / (l - k) + time * e / (l - k)),
      b / start,
    ]
    for (slope, value) in zip(run.slopes[0], expected) {
      #expect(relativeError(slope.species[2], value) < 1e-7)
    }
    #expect(relativeError(run.slopes[0][0].species[1], -start * time * d) < 1e-7)
    #expect(relativeError(run.trajectory.frames[0].species[2], b) < 1e-7)
    // What is lost or gained by one is gained or lost by the others.
    for slope in run.slopes[0].prefix(2) {
      #expect(abs(slope.species.reduce(0, +)) < 1e-9 * abs(slope.species[2]))
    }
  }

  @Test("one growing size after another, irreversible: Poisson's distribution in k c t")
  func growth() throws {
    // Held solute of 1 mol/m³ and a_n = k for all n: seeds of 200 units are at 200 + j after a time
    // with probability τ^j e^(-τ)/j!, τ = k t; what nucleates of the solute stays far below.
    let (rate, time) = (2.0, 8.0)
    var experiment = Experiment(
      network: ReactionNetwork(
        species: [Species(name: "solute", initial: 1, units: 1, isHeld: true)], reactions: []),
      ladder: Flasks.equalSteps(rate),
      recipe: Recipe(
        volume: 1, program: TemperatureProgram(heldAt: 300)),
      duration: time, outputs: [time], tolerances: Tolerances(relative: 1e-9))
    let diameter = 2 * experiment.ladder.radius(ofUnits: 200)
    experiment.seeds = [
      SeedPopulation(number: Flasks.avogadro, distribution: .single(diameter: diameter))
    ]
    let run = try experiment.balance(along: [
      Direction(of: experiment, at: rate) { $0.ladder = Flasks.equalSteps($1) },
      Direction(of: experiment, at: Flasks.avogadro) { $0.seeds[0].number = $1 },
    ])
    let (sizes, slopes) = (run.populations[0], run.slopes[0])
    let τ = rate * time
    for j in stride(from: 8, to: 40, by: 4) {
      let place = try #require(sizes.units.firstIndex(of: Double(200 + j)))
      let poisson = exp(Double(j) * log(τ) - τ - lgamma(Double(j) + 1))
      #expect(relativeError(slopes[1].numbers[place], poisson) < 1e-5)
      let expected = Flasks.avogadro * poisson * (Double(j) / τ - 1) * time
      #expect(abs(slopes[0].numbers[place] - expected) < 1e-5 * Flasks.avogadro * poisson * time)
    }
  }

  @Test("constant nucleation: the stationary flux's slope is that of its sum")
  func stationary() throws {
    // J = 1/Σ 1/(a_n c_n), c_n in equilibrium at held supersaturation: the sum's own derivative.
    let (theta, solute) = (4.0, 5.0)
    func flux(_ theta: Double, _ c: Double) -> Double {
      1
        / (1...200).reduce(0.0) { sum, n in
          let work = theta * (pow(Double(n), 2.0 / 3) - 1)
          return sum + 1 / (pow(Double(n), 1.0 / 3) * c * exp(Double(n) * log(c) - work))
        }
    }
    func network(_ c: Double) -> ReactionNetwork {
      ReactionNetwork(
        species: [Species(name: "solute", initial: c, units: 1, isHeld: true)], reactions: [])
    }
    let experiment = Experiment(
      network: network(solute), ladder: Flasks.dimensionless(theta: theta),
      recipe: Recipe(volume: 1, program: TemperatureProgram(heldAt: 300)),
      grid: SizeGrid(top: .open, largest: 120), duration: 400, outputs: [400],
      tolerances: Tolerances(relative: 1e-9), crystalFloor: 21)
    let run = try experiment.balance(along: [
      Direction(of: experiment, at: theta) { $0.ladder = Flasks.dimensionless(theta: $1) },
      Direction(of: experiment, at: solute) { $0.network = network($1) },
    ])
    let h = 1e-4
    let expected = [
      (flux(theta + h, solute) - flux(theta - h, solute)) / (2 * h),
      (flux(theta, solute + h) - flux(theta, solute - h)) / (2 * h),
    ]
    for (slope, value) in zip(run.slopes[0], expected) {
      #expect(relativeError(slope[\.nucleationRate] / Flasks.avogadro, value) < 1e-6)
    }
  }
}

extension ReactionNetwork {
  /// The same with another concentration of one species at the start.
  func starting(_ place: Int, at concentration: Double) -> ReactionNetwork {
    var species = species
    species[place].initial = concentration
    return ReactionNetwork(species: species, reactions: reactions)
  }
}

extension Flasks {
  /// A ladder of equal rates on which nothing detaches.
  static func equalSteps(_ rate: Double) -> Ladder {
    var ladder = dimensionless(theta: 0)
    ladder.solubility = Coefficient(0)
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(rate / avogadro)
    ladder.attachment = attachment
    return ladder
  }
}
