import Foundation
import Kinetics
import Laws
import Testing
import Units

/// Any law of the catalogue, read by what its role asks of it.
struct CataloguedLaw: Sendable, CustomTestStringConvertible {
  let name: String
  let summary: String
  let equation: String
  let assumptions: String
  let source: String
  /// The law's constants, a reasonable value each, thermal with E = 40 kJ/mol about 500 K.
  let constants: [String: Coefficient]
  /// The constants read back from a law made from the given ones.
  let roundTrip: @Sendable ([String: Coefficient]) -> [String: Coefficient]
  /// The law's formula for a particle with given constants, at a temperature.
  let formula: @Sendable ([String: Coefficient], Particle<Double>, Dual) -> Dual

  var testDescription: String { name }

  static let attachment = LawCatalogue.attachment.map { law in
    CataloguedLaw(law) { law.make($0).attachment(
        of: $1.constant,
        taking: GrowthStep(energy: Dual(0.3), equilibrium: Dual(0.2)),
        in: Medium(temperature: $2, solute: Dual(1.1), coverage: Dual(0.3))) }
  }

  static let energy = LawCatalogue.energy.map { law in
    CataloguedLaw(law) { law.make($0).energy(of: $1.constant, in: Medium(temperature: $2)) }
  }

  static let all = attachment + energy

  private init<Made>(
    _ law: LawDescription<Made>,
    formula: @escaping @Sendable ([String: Coefficient], Particle<Double>, Dual) -> Dual
  ) {
    name = law.name
    summary = law.summary
    equation = law.equation
    assumptions = law.assumptions
    source = law.source
    constants = Dictionary(
      uniqueKeysWithValues: law.constants.map { ($0.name, Self.typical(of: $0.dimension.unit)) })
    roundTrip = { law.read(law.make($0)).constants }
    self.formula = formula
  }

  /// A value of the size that a dimension has at the scale of a crystal.
  private static func typical(of unit: String) -> Coefficient {
    let value =
      ["m": 1e-10, "J/m^2": 0.1, "m^2/s": 1e-9, "m/s": 2e-4, "m^3/s": 1e-25, "J/mol": 2e4][unit]
      ?? 0.7
    return Coefficient(value, at: 500, energy: 4e4)
  }
}

@Suite("Every law of the catalogue")
struct EveryLawTests {
  private static let particles = [1.0, 2, 30, 1000, 1e5].map {
    Particle(units: $0, volumePerUnit: 5.6e-29)
  }

  @Test("says what it is and where it comes from", arguments: CataloguedLaw.all)
  func description(law: CataloguedLaw) {
    #expect(!law.summary.isEmpty)
    #expect(!law.assumptions.isEmpty)
    #expect(law.equation.contains("="))
    let hasYear = law.source.contains(/\((1[6-9]|20)\d\d\)/)
    #expect(hasYear || law.source.contains("doi:"))
  }

  @Test("has a name of its own, lower case, and so have its constants")
  func names() {
    for role in [CataloguedLaw.attachment, CataloguedLaw.energy] {
      #expect(Set(role.map(\.name)).count == role.count)
    }
    let isPlain = { (name: String) in name.wholeMatch(of: /[a-z][a-z0-9_-]*/) != nil }
    for law in CataloguedLaw.all {
      #expect(isPlain(law.name))
      #expect(law.constants.keys.allSatisfy(isPlain))
    }
  }

  @Test("gives back the constants that it was made of", arguments: CataloguedLaw.all)
  func roundTrip(law: CataloguedLaw) {
    #expect(!law.constants.isEmpty)
    #expect(law.roundTrip(law.constants) == law.constants)
    // Each constant has its own place: one at a time.
    for name in law.constants.keys {
      let only = Coefficient(17.25, at: 300, energy: 5)
      let read = law.roundTrip([name: only])
      #expect(read[name] == only)
      #expect(read.values.count { $0 == only } == 1)
    }
  }

  @Test("attaches at a positive, finite rate on every size", arguments: CataloguedLaw.attachment)
  func positive(law: CataloguedLaw) {
    for particle in Self.particles {
      let value = law.formula(law.constants, particle, Dual(520)).value
      #expect(value > 0 && value.isFinite)
    }
  }

  @Test("has a finite energy on every size", arguments: CataloguedLaw.energy)
  func finite(law: CataloguedLaw) {
    for particle in Self.particles {
      #expect(law.formula(law.constants, particle, Dual(520)).value.isFinite)
    }
  }

  @Test("differentiates to temperature as central differences do", arguments: CataloguedLaw.all)
  func temperature(law: CataloguedLaw) {
    for particle in Self.particles {
      let slope = law.formula(law.constants, particle, Dual(520, derivative: 1)).derivative
      agree(slope, step: 520e-5) {
        law.formula(law.constants, particle, Dual(520 + $0)).value
      }
    }
  }

  @Test("differentiates to every constant's value and energy", arguments: CataloguedLaw.all)
  func constants(law: CataloguedLaw) {
    for (name, constant) in law.constants {
      for particle in Self.particles {
        var along = constant
        along.valueDirection = 1
        let valueSlope = law.formula(
          law.constants.replacing(name, along), particle, Dual(520)
        ).derivative
        agree(valueSlope, step: constant.value * 1e-5) { step in
          var moved = constant
          moved.value += step
          return law.formula(law.constants.replacing(name, moved), particle, Dual(520)).value
        }
        along = constant
        along.energyDirection = 1
        let energySlope = law.formula(
          law.constants.replacing(name, along), particle, Dual(520)
        ).derivative
        agree(energySlope, step: constant.energy * 1e-4) { step in
          var moved = constant
          moved.energy += step
          return law.formula(law.constants.replacing(name, moved), particle, Dual(520)).value
        }
      }
    }
  }

  /// Agreement with a central difference to 1e-6, or to what round-off leaves of one.
  private func agree(_ slope: Double, step: Double, _ value: (Double) -> Double) {
    let (up, down) = (value(step), value(-step))
    let difference = (up - down) / (2 * step)
    let noise = 1e-15 * max(abs(up), abs(down)) / step
    #expect(abs(slope - difference) <= 1e-6 * abs(difference) + noise)
  }
}

extension [String: Coefficient] {
  fileprivate func replacing(_ name: String, _ value: Coefficient) -> Self {
    var copy = self
    copy[name] = value
    return copy
  }
}
