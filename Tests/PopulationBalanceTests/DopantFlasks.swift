import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis

/// Seeds in a solution of a dopant D, in which nothing nucleates.
struct DopantFlask {
  var law: any UptakeLaw
  /// Sizes of seeds, units.
  var seeds: [Double] = [20]
  /// Of each size, 1/m³.
  var number = 1e21
  var distribution: SeedPopulation.Distribution?
  /// Of the dopant, mol/m³.
  var dopant = 1.0
  var isHeld = true
  var ladder = Flasks.inert
  var solute = 0.0
  var holdsSolute = false
  var coalescence: Coalescence?
  var grid = SizeGrid()
  var injections: [Injection] = []
  var flowThrough: FlowThrough?
  var reactor = Reactor.flask
  var smallest = 2
  var relative = 1e-7

  func frames(at outputs: [Double]) -> [Frame] { trajectory(at: outputs).frames }

  func trajectory(at outputs: [Double]) -> Trajectory {
    let particles = seeds.map {
      SeedPopulation(
        number: number, distribution: .single(diameter: 2 * ladder.radius(ofUnits: $0)))
    }
    let spread = distribution.map { [SeedPopulation(number: number, distribution: $0)] }
    var recipe = Flasks.recipe(injections: injections)
    recipe.flowThrough = flowThrough
    return Experiment(
      network: ReactionNetwork(
        species: [
          Species(name: "solute", initial: solute, units: 1, isHeld: holdsSolute),
          Species(name: "D", initial: dopant, isHeld: isHeld),
        ], reactions: []),
      ladder: ladder, nucleation: NucleationClosure(NoNucleation()), coalescence: coalescence,
      dopants: [Dopant(name: "D", law: law, smallest: smallest)], recipe: recipe,
      reactor: reactor, seeds: spread ?? particles, grid: grid, duration: outputs.last ?? 1,
      outputs: outputs, tolerances: Tolerances(relative: relative), crystalFloor: 2
    ).balance()
  }
}

extension PartialExchange {
  /// k in m³/(mol s).
  static func test(
    _ rateConstant: Double, cooperativity: Double = 1, per extent: Extent = .particle
  ) -> Self {
    var law = Self()
    law.rateConstant = Coefficient(rateConstant)
    law.cooperativity = Coefficient(cooperativity)
    law.extent = extent
    return law
  }
}

extension SurfaceCapture {
  /// σ, τ in s, h in m.
  static func test(sticking: Double, residence: Double, layer: Double = 3e-10) -> Self {
    var law = Self()
    law.sticking = Coefficient(sticking)
    law.residenceTime = Coefficient(residence)
    law.layerThickness = Coefficient(layer)
    return law
  }
}

extension Ladder {
  /// Nothing dissolves, and attachment is that of the surface, k in m/s.
  static func growing(_ rateConstant: Double, volumePerUnit: Double = 5.6e-29) -> Ladder {
    var law = SurfaceLimited()
    law.surfaceRateConstant = Coefficient(rateConstant)
    return Ladder(
      attachment: law, energies: [], solubility: Coefficient(0), volumePerUnit: volumePerUnit)
  }
}
