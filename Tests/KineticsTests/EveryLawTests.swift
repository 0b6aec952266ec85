import Foundation
import Kinetics
import Laws
import Testing

@Suite("Every law of the catalogue")
struct EveryLawTests {
  private static let sizes = [1.0, 2, 30, 1000, 1e5]
  /// Sizes at which no law has a corner.
  private static let smoothSizes = [1.3, 7.7, 13.4, 45.4, 1234.5, 1e5 + 0.3]

  @Test("says what it is and where it comes from", arguments: CataloguedLaw.all)
  func description(law: CataloguedLaw) {
    #expect(!law.summary.isEmpty)
    #expect(!law.assumptions.isEmpty)
    #expect(law.equation.contains("=") || law.equation.contains("->"))
    let hasYear = law.source.contains(/\((1[6-9]|20)\d\d\)/)
    #expect(hasYear || law.source.contains("doi:"))
  }

  @Test("has a name of its own, lower case, and so has all that it can be told")
  func names() {
    let roles = [
      LawCatalogue.attachment.map(\.name), LawCatalogue.energy.map(\.name),
      LawCatalogue.nucleation.map(\.name), LawCatalogue.coalescence.map(\.name),
      LawCatalogue.uptake.map(\.name),
    ]
    for names in roles {
      #expect(Set(names).count == names.count)
    }
    let isPlain = { (name: String) in name.wholeMatch(of: /[a-z][a-z0-9_-]*/) != nil }
    for law in CataloguedLaw.all {
      let keys =
        Array(law.constants.keys) + Array(law.choices.keys) + Array(law.lists.keys)
      // "kT" is a unit, and keeps its capital.
      let forms = law.choices.values.map { $0.replacing("kT-", with: "") }
      #expect(([law.name] + keys + forms).allSatisfy(isPlain))
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("belongs to forms that there are, and has the defaults that it says")
  func forms() {
    func check<Made>(_ law: LawDescription<Made>) {
      let known = law.options.flatMap(\.options)
      // What belongs to a form finds it among the forms of all choices.
      let named = law.constants.flatMap(\.forms) + law.lists.flatMap(\.forms)
      #expect(named.allSatisfy { form in known.count { $0 == form } == 1 })
      #expect(law.options.allSatisfy { Set($0.options).count == $0.options.count })
      #expect(law.options.allSatisfy { $0.options.contains($0.fallback) })
      let untouched = law.read(law.make(LawSettings()))
      for constant in law.constants where constant.fallback != nil {
        #expect(untouched.constants[constant.name]?.value == constant.fallback)
      }
      for option in law.options { #expect(untouched.choices[option.name] == option.fallback) }
    }
    LawCatalogue.attachment.forEach(check)
    LawCatalogue.energy.forEach(check)
    LawCatalogue.nucleation.forEach(check)
    LawCatalogue.coalescence.forEach(check)
    LawCatalogue.uptake.forEach(check)
  }

  @Test("gives back the settings that it was made of", arguments: CataloguedLaw.all)
  func roundTrip(law: CataloguedLaw) {
    let parts = LawParts(constants: law.constants, choices: law.choices, lists: law.lists)
    #expect(!parts.constants.isEmpty || !parts.lists.isEmpty)
    #expect(law.roundTrip(parts) == parts)
    // Each setting has its own place: one at a time.
    for name in law.constants.keys {
      let only = Coefficient(17.25, at: 300, energy: 5)
      let read = law.roundTrip(LawParts(constants: [name: only])).constants
      #expect(read[name] == only)
      #expect(read.values.count { $0 == only } == 1)
    }
    for name in law.lists.keys {
      let read = law.roundTrip(LawParts(lists: [name: [17.25, 3]])).lists
      #expect(read[name] == [17.25, 3])
      #expect(read.values.count { $0 == [17.25, 3] } == 1)
    }
    for (name, form) in law.choices {
      #expect(law.roundTrip(LawParts(choices: [name: form])).choices[name] == form)
      #expect(
        law.roundTrip(LawParts(choices: [name: "no such form"])).choices[name] != "no such form")
    }
  }

  @Test("attaches at a positive, finite rate on every size", arguments: CataloguedLaw.attachment)
  func positive(law: CataloguedLaw) {
    for size in Self.sizes {
      let value = law.formula(law.constants, Surroundings(units: Dual(size))).value
      #expect(value > 0 && value.isFinite)
    }
  }

  @Test("has a finite energy on every size", arguments: CataloguedLaw.energy)
  func finite(law: CataloguedLaw) {
    for size in Self.sizes {
      #expect(law.formula(law.constants, Surroundings(units: Dual(size))).value.isFinite)
    }
  }

  @Test("differentiates to the size as central differences do", arguments: CataloguedLaw.all)
  func size(law: CataloguedLaw) {
    for size in Self.smoothSizes {
      let slope = law.formula(law.constants, Surroundings(units: Dual(size, derivative: 1)))
      agree(slope.derivative, step: size * 1e-5) {
        law.formula(law.constants, Surroundings(units: Dual(size + $0))).value
      }
    }
  }

  @Test(
    "differentiates to the medium, in which it reads what it says", arguments: CataloguedLaw.all)
  func medium(law: CataloguedLaw) {
    for (variable, path) in Surroundings.variables {
      var changes = false
      for size in Self.smoothSizes {
        let still = Surroundings(units: Dual(size))
        var along = still
        along[keyPath: path].derivative = 1
        let slope = law.formula(law.constants, along).derivative
        agree(slope, step: still[keyPath: path].value * 1e-5) {
          var moved = still
          moved[keyPath: path].value += $0
          return law.formula(law.constants, moved).value
        }
        changes = changes || slope != 0
      }
      #expect(!changes || law.reads.contains(variable))
      #expect(changes || variable == .temperature || !law.reads.contains(variable))
    }
  }

  @Test("differentiates to every constant's value and energy", arguments: CataloguedLaw.all)
  func constants(law: CataloguedLaw) {
    for (name, constant) in law.constants {
      for size in Self.smoothSizes {
        let surroundings = Surroundings(units: Dual(size))
        var along = constant
        along.valueDirection = 1
        let valueSlope = law.formula(law.constants.replacing(name, along), surroundings).derivative
        agree(valueSlope, step: constant.value * 1e-5) { step in
          var moved = constant
          moved.value += step
          return law.formula(law.constants.replacing(name, moved), surroundings).value
        }
        along = constant
        along.energyDirection = 1
        let energySlope = law.formula(law.constants.replacing(name, along), surroundings).derivative
        agree(energySlope, step: constant.energy * 1e-4) { step in
          var moved = constant
          moved.energy += step
          return law.formula(law.constants.replacing(name, moved), surroundings).value
        }
      }
    }
  }

  @Test(
    "fills tables with what its formula says",
    arguments: CataloguedLaw.attachment + CataloguedLaw.energy)
  func tables(law: CataloguedLaw) {
    let all = Self.smoothSizes.map { Surroundings(units: Dual($0, derivative: 1)) }
    let still = Medium(temperature: 520.0, solute: 1.1, partner: 0.7, coverage: 0.3, binding: 2.5)
    let values = table(
      law, of: all.map(\.particle.plain), taking: all.map(\.step.plain), in: still)
    let duals = table(law, of: all.map(\.particle), taking: all.map(\.step), in: all[0].medium)
    for (index, surroundings) in all.enumerated() {
      let formula = law.formula(law.constants, surroundings)
      #expect(abs(values[index] - formula.value) <= 1e-13 * abs(formula.value))
      #expect(abs(duals[index].value - formula.value) <= 1e-13 * abs(formula.value))
      #expect(
        abs(duals[index].derivative - formula.derivative) <= 1e-12 * abs(formula.derivative))
    }
  }

  private func table<Value: TabulatedScalar>(
    _ law: CataloguedLaw, of particles: [Particle<Value>], taking steps: [GrowthStep<Value>],
    in medium: Medium<Value>
  ) -> [Value] {
    var table = [Value](repeating: Value(0), count: particles.count)
    var target = table.mutableSpan
    if let attachment = law.attachment {
      Value.tabulate(attachment, &target, of: particles.span, taking: steps.span, in: medium)
    }
    if let energy = law.energy { Value.add(energy, to: &target, of: particles.span, in: medium) }
    return table
  }

  @Test(
    "attaches less to a blocked surface where it has a step there",
    arguments: CataloguedLaw.attachment)
  func blocked(law: CataloguedLaw) throws {
    let attachment = try #require(law.attachment)
    let surroundings = Surroundings(units: Dual(500))
    var half = surroundings.medium
    half.openSurface = Dual(0.5)
    let open = attachment.attachment(
      of: surroundings.particle, taking: surroundings.step, in: surroundings.medium)
    let blocked = attachment.attachment(
      of: surroundings.particle, taking: surroundings.step, in: half)
    #expect((blocked.value < open.value) == attachment.hasSurfaceStep)
    #expect(blocked.value >= 0.499 * open.value)
  }

  /// Agreement with a central difference to 1e-6, or to what round-off leaves of one.
  private func agree(
    _ slope: Double, step: Double, sourceLocation: SourceLocation = #_sourceLocation,
    _ value: (Double) -> Double
  ) {
    let (up, down) = (value(step), value(-step))
    let difference = (up - down) / (2 * step)
    let noise = 1e-15 * max(abs(up), abs(down)) / step
    #expect(
      abs(slope - difference) <= 1e-6 * abs(difference) + noise, sourceLocation: sourceLocation)
  }
}

extension [String: Coefficient] {
  fileprivate func replacing(_ name: String, _ value: Coefficient) -> Self {
    var copy = self
    copy[name] = value
    return copy
  }
}
