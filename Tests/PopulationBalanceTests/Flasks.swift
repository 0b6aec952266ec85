import Foundation
import Kinetics
import Laws
import Synthesis

/// Small experiments that tests are made of.
enum Flasks {
  static let avogadro = 6.022_140_76e23
  static let boltzmann = 1.380_649e-23

  /// The dimensionless ladder of physics.md V08-V10: a_n = n^(1/3), c_inf = 1 mol/m³,
  /// E(n)/kT = θ n^(2/3), at 300 K.
  static func dimensionless(theta: Double) -> Ladder {
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(1 / avogadro)
    attachment.exponent = Coefficient(1.0 / 3)
    var surface = SurfaceEnergy()
    // A unit of volume 4π/3 has radius 1 and area 4π.
    surface.surfaceEnergy = Coefficient(theta * boltzmann * 300 / (4 * .pi))
    return Ladder(
      attachment: attachment, energies: [surface], solubility: Coefficient(1),
      volumePerUnit: 4 * .pi / 3)
  }

  /// A ladder on which nothing ever happens.
  static var inert: Ladder {
    Ladder(
      attachment: PowerAttachment(), energies: [], solubility: Coefficient(0),
      volumePerUnit: 5.6e-29)
  }

  /// CdSe-like, thermal in everything.
  static func crystals(solubility: Double = 1e-3) -> Ladder {
    var attachment = MixedControl()
    attachment.surfaceRateConstant = Coefficient(2e-5, at: 513, energy: 4e4)
    attachment.diffusivity = Coefficient(1e-9, at: 513, energy: 1.5e4)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(0.10)
    return Ladder(
      attachment: attachment, energies: [surface],
      solubility: Coefficient(solubility, at: 513, energy: 6e4), volumePerUnit: 5.6e-29)
  }

  static func term(_ species: Int, _ count: Double = 1) -> Reaction.Term {
    Reaction.Term(species: species, count: count)
  }

  /// Solute (0), precursor (1) that converts to it at first order.
  static func conversion(
    rate: Coefficient = Coefficient(0.05, at: 513, energy: 9e4), precursor: Double = 20,
    yield: Double = 1
  ) -> ReactionNetwork {
    ReactionNetwork(
      species: [
        Species(name: "solute", units: 1), Species(name: "A", initial: precursor, units: 1),
      ],
      reactions: [
        Reaction(
          equation: "A -> solute", reactants: [term(1)], products: [term(0)],
          rateConstant: rate, yield: yield)
      ])
  }

  /// A flask of 10 mL held at a temperature.
  static func recipe(
    _ temperature: Double = 513, heat: HeatBalance? = nil, injections: [Injection] = []
  ) -> Recipe {
    Recipe(
      volume: 10e-6, program: TemperatureProgram(heldAt: temperature), heat: heat,
      injections: injections)
  }

  /// Precursor converts, crystals nucleate and grow.
  static func synthesis(
    duration: Double = 20, grid: SizeGrid = SizeGrid(), relative: Double = 1e-6
  ) -> Experiment {
    Experiment(
      network: conversion(), ladder: crystals(), recipe: recipe(), grid: grid,
      duration: duration, outputs: [0, duration / 4, duration / 2, duration],
      tolerances: Tolerances(relative: relative))
  }
}

/// |x - y| relative to y.
func relativeError(_ x: Double, _ y: Double) -> Double { abs(x - y) / abs(y) }
