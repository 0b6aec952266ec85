import Kinetics
import Laws
import Testing
import Units

/// What a law may depend on, in numbers that carry derivatives.
struct Surroundings: Sendable {
  var units: Dual
  var temperature = Dual(520)
  var solute = Dual(1.1)
  var partner = Dual(0.7)
  var coverage = Dual(0.3)
  var binding = Dual(2.5)

  static let variables:
    [(variable: MediumVariables, path: any WritableKeyPath<Self, Dual> & Sendable)] =
      [
        (.temperature, \.temperature), (.solute, \.solute), (.partner, \.partner),
        (.coverage, \.coverage), (.binding, \.binding),
      ]

  static let volumePerUnit = 5.6e-29

  var particle: Particle<Dual> { Particle(units: units, volumePerUnit: Self.volumePerUnit) }

  /// A step as of a surface, with energy and equilibrium that depend on size and temperature.
  var step: GrowthStep<Dual> {
    let energy = 2.9 * (500 / temperature) / Dual.root(units + 0.5, 3)
    return GrowthStep(energy: energy, equilibrium: 0.2 * Dual.exp(energy))
  }

  var medium: Medium<Dual> {
    Medium(
      temperature: temperature, solute: solute, partner: partner, coverage: coverage,
      binding: binding)
  }
}

extension Particle<Dual> {
  /// The same without derivatives.
  var plain: Particle<Double> {
    Particle<Double>(
      units: units.value, capturingAt: radius.value, volumePerUnit: volumePerUnit)
  }
}

extension GrowthStep<Dual> {
  var plain: GrowthStep<Double> {
    GrowthStep<Double>(energy: energy.value, equilibrium: equilibrium.value)
  }
}

/// A law of the catalogue in one of its forms, read by what its role asks of it.
struct CataloguedLaw: Sendable, CustomTestStringConvertible {
  let name: String
  let summary: String
  let equation: String
  let assumptions: String
  let source: String
  /// The law's constants, a reasonable value each, thermal with E = 40 kJ/mol about 500 K.
  let constants: [String: Coefficient]
  let choices: [String: String]
  let lists: [String: [Double]]
  /// What the law says that it reads.
  let reads: MediumVariables
  /// Constants, choices and lists read back from a law that was made of them.
  let roundTrip: @Sendable (LawParts) -> LawParts
  /// The law's formula with given constants.
  let formula: @Sendable ([String: Coefficient], Surroundings) -> Dual
  /// Which of several numbers that the law gives is read.
  let quantity: String
  /// The law as an attachment law, where it is one.
  let attachment: (any AttachmentLaw)?
  /// The law as an energy, where it is one.
  let energy: (any ParticleEnergy)?

  var testDescription: String {
    ([name] + choices.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" } + [quantity])
      .joined(separator: ", ")
  }

  static let attachment = LawCatalogue.attachment.flatMap { law in
    forms(of: law).map { choices in
      CataloguedLaw(law, choices, base: law.wraps ? mixed : nil) {
        $0.attachment(of: $1.particle, taking: $1.step, in: $1.medium)
      }
    }
  }

  static let energy = LawCatalogue.energy.flatMap { law in
    forms(of: law).map { choices in
      CataloguedLaw(law, choices) { $0.energy(of: $1.particle, in: $1.medium) }
    }
  }

  static let all = attachment + energy + nucleation + coalescence + uptake

  /// What a law that wraps another is tried with.
  private static let mixed: any AttachmentLaw = MixedControl.test

  /// Every way to choose among the forms of a law.
  static func forms<Made>(of law: LawDescription<Made>) -> [[String: String]] {
    law.options.reduce([[:]]) { known, option in
      known.flatMap { choices in
        option.options.map { choices.merging([option.name: $0]) { $1 } }
      }
    }
  }

  init<Made>(
    _ law: LawDescription<Made>, _ choices: [String: String], base: Made? = nil,
    quantity: String = "", formula: @escaping @Sendable (Made, Surroundings) -> Dual
  ) {
    name = law.name
    summary = law.summary
    equation = law.equation
    assumptions = law.assumptions
    source = law.source
    self.quantity = quantity
    self.choices = choices
    constants = Dictionary(
      uniqueKeysWithValues: law.constants.map {
        ($0.name, Self.typical($0.name, $0.dimension.unit))
      })
    let lists = Dictionary(
      uniqueKeysWithValues: law.lists.map { list in
        (list.name, list.leastSize == nil ? [3e-20, 1e-20, 2e-20] : [13, 41, 1500])
      })
    self.lists = lists
    let settings: @Sendable (LawParts) -> LawSettings<Made> = {
      LawSettings(constants: $0.constants, choices: $0.choices, lists: $0.lists, base: base)
    }
    roundTrip = {
      let read = law.read(law.make(settings($0)))
      return LawParts(constants: read.constants, choices: read.choices, lists: read.lists)
    }
    self.formula = {
      formula(law.make(settings(LawParts(constants: $0, choices: choices, lists: lists))), $1)
    }
    let made = law.make(
      settings(LawParts(constants: constants, choices: choices, lists: lists)))
    reads = (made as? any Law)?.reads ?? []
    attachment = made as? any AttachmentLaw
    energy = made as? any ParticleEnergy
  }

  /// A value of the size that a constant has at the scale of a crystal.
  private static func typical(_ name: String, _ unit: String) -> Coefficient {
    let named = [
      "cutoff": 50.0, "smallest": 20, "charges": 2, "relative_permittivity": 2.4,
      "decay_length": 2e-9,
    ]
    let measured = [
      "m": 1e-10, "J/m^2": 0.1, "m^2/s": 1e-9, "m/s": 2e-4, "m^3/s": 1e-25, "J/mol": 2e4,
      "J": 1e-20, "J/m": 1e-11, "1/m^2": 4e18, "m^3/(mol s)": 0.07,
    ]
    return Coefficient(named[name] ?? measured[unit] ?? 0.7, at: 500, energy: 4e4)
  }
}

/// What a scenario sets of a law, but for the law that it changes.
struct LawParts: Sendable, Equatable {
  var constants: [String: Coefficient] = [:]
  var choices: [String: String] = [:]
  var lists: [String: [Double]] = [:]
}
