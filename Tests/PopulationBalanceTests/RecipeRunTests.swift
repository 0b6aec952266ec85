import Foundation
import Kinetics
import PopulationBalance
import Synthesis
import Testing

@Suite("What is done to the flask")
struct RecipeRunTests {
  /// Nothing but a species that nothing happens to.
  private func dilution(_ recipe: Recipe, outputs: [Double], isHeld: Bool = false) -> [Frame] {
    Experiment(
      network: ReactionNetwork(
        species: [
          Species(name: "solute", units: 1),
          Species(name: "A", initial: 9, units: 1, isHeld: isHeld),
        ], reactions: []),
      ladder: Flasks.inert, recipe: recipe, duration: 10, outputs: outputs
    ).balance().frames
  }

  @Test("V12: 5 mL into 10 mL dilute to 2/3; the output at that time comes after it")
  func dilution() {
    let recipe = Flasks.recipe(
      injections: [Injection(time: 5, volume: 5e-6, contents: [0, 0])])
    let frames = dilution(recipe, outputs: [0, 4.999, 5, 10])
    #expect(frames.map(\.time) == [0, 4.999, 5, 10])
    for (frame, share) in zip(frames, [1, 1, 2.0 / 3, 2.0 / 3]) {
      #expect(relativeError(frame.species[1], 9 * share) <= 1e-12)
      #expect(relativeError(frame.volume, 10e-6 / share) <= 1e-12)
    }
    let held = dilution(recipe, outputs: [10], isHeld: true)
    #expect(relativeError(held[0].species[1], 9) <= 1e-12)
    #expect(relativeError(held[0].lost, -3) <= 1e-12)
    #expect(abs(held[0].matterDefect) <= 1e-12)
  }

  @Test("V12: 10 parts at 573.15 K and 3 at 298.15 K mix to 509.688462 K")
  func mixing() {
    let bath = HeatBalance(transfer: 0, capacity: 2e6)
    for duration in [0, 1.0] {
      let injection = Injection(
        time: 2, duration: duration, volume: 3e-6, temperature: 298.15, contents: [0, 0])
      let frames = dilution(
        Flasks.recipe(573.15, heat: bath, injections: [injection]), outputs: [1, 10])
      #expect(frames[0].temperature == 573.15)
      #expect(abs(frames[1].temperature - 509.688462) <= (duration == 0 ? 1e-6 : 5e-3))
    }
  }

  @Test("what has no temperature of its own comes in at the flask's", arguments: [0, 1.0])
  func flaskTemperature(duration: Double) {
    var program = TemperatureProgram(heldAt: 300)
    program.quench(to: 400)
    let recipe = Recipe(
      volume: 1e-5, program: program, heat: HeatBalance(transfer: 0, capacity: 2e6),
      injections: [
        Injection(time: 1, volume: 1e-5, temperature: 400, contents: [0, 0]),
        Injection(time: 2, duration: duration, volume: 1e-5, contents: [0, 0]),
      ])
    let frames = dilution(recipe, outputs: [10])
    #expect(abs(frames[0].temperature - 350) <= 1e-6)
  }

  @Test("a bath: exponential approach with UA/(ρcV)")
  func bath() {
    var program = TemperatureProgram(heldAt: 500)
    program.quench(to: 400)
    let recipe = Recipe(
      volume: 1e-5, program: program, heat: HeatBalance(transfer: 4, capacity: 2e6))
    let frames = dilution(recipe, outputs: [3])
    #expect(abs(frames[0].temperature - (400 + 100 * exp(-0.2 * 3))) <= 2e-3)
  }

  @Test("an injection over a duration becomes one at once as the duration shrinks")
  func limit() {
    func number(duration: Double) -> Double {
      var experiment = Flasks.synthesis(duration: 8, relative: 1e-7)
      experiment.recipe.injections = [
        Injection(time: 1, duration: duration, volume: 2e-6, contents: [0, 100])
      ]
      return experiment.balance().frames[3].number
    }
    let atOnce = number(duration: 0)
    let (slow, fast) = (number(duration: 0.2) / atOnce - 1, number(duration: 0.02) / atOnce - 1)
    #expect(abs(slow) > 1e-3)
    #expect(abs(fast) <= 0.15 * abs(slow))
  }

  @Test("changes that differ by round-off do not stop a run")
  func coincidence() {
    let recipe = Flasks.recipe(
      injections: [
        Injection(time: 0.1, duration: 0.2, volume: 1e-6, contents: [0, 0]),
        Injection(time: 0.3, volume: 1e-6, contents: [0, 0]),
      ])
    let frames = dilution(recipe, outputs: [0.3, 10])
    #expect(frames.count == 2)
    #expect(relativeError(frames[1].volume, 12e-6) <= 1e-12)
    #expect(relativeError(frames[1].species[1], 7.5) <= 1e-12)
  }

  @Test("coefficients follow a ramp: it equals many small holds")
  func ramp() {
    func last(_ program: TemperatureProgram) -> Frame {
      var experiment = Flasks.synthesis(duration: 10)
      experiment.recipe.program = program
      return experiment.balance().frames[3]
    }
    var ramp = TemperatureProgram(heldAt: 490)
    ramp.ramp(to: 510, rate: 2)
    var holds = TemperatureProgram(heldAt: 490)
    for step in 0..<40 {
      holds.quench(to: 490 + 0.5 * (Double(step) + 0.5))
      holds.hold(for: 0.25)
    }
    let (ramped, held) = (last(ramp), last(holds))
    let constant = last(TemperatureProgram(heldAt: 500))
    #expect(relativeError(held.number, ramped.number) <= 2e-3)
    #expect(relativeError(held.species[1], ramped.species[1]) <= 1e-4)
    #expect(relativeError(constant.number, ramped.number) > 2e-2)
  }

  @Test("seeds below saturation dissolve, and all their units return to the solute")
  func dissolution() {
    let seeds = SeedPopulation(number: 1e22, distribution: .single(diameter: 1.8e-9))
    let trajectory = Experiment(
      network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
      ladder: Flasks.crystals(solubility: 100), recipe: Flasks.recipe(), seeds: [seeds],
      duration: 100, outputs: [0, 100]
    ).balance()
    let (first, last) = (trajectory.frames[0], trajectory.frames[1])
    let units = 4 * Double.pi * pow(0.9e-9, 3) / (3 * 5.6e-29) * 1e22 / Flasks.avogadro
    #expect(relativeError(first.number, 1e22) <= 1e-12)
    #expect(relativeError(first.inCrystals, units) <= 1e-12)
    #expect(first.yield == 1)
    #expect(abs(last.number) <= 1e-6 * 1e22)
    #expect(relativeError(last.solute + last.subcritical, units) <= 1e-6)
    #expect(last.solute >= 0.999 * units)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
  }
}
