import Foundation
import Kinetics
import Laws
import Testing

@Suite("Every law of nucleation")
struct EveryNucleationLawTests {
  /// From nothing over saturation to where no barrier is left, mol/m³.
  private static let solutes = [0, 5e-4, 1e-3, 1.2e-3, 2e-3, 3e-3, 0.01, 0.05, 0.3, 1, 30, 1e4]

  @Test(
    "has a rate of zero or more and a nucleus of two units or more, in every form",
    arguments: NucleationForm.all)
  func sensible(form: NucleationForm) {
    for ladder in Ladder.closureTests {
      for solute in Self.solutes {
        let birth = form.law.birth(on: ladder, in: medium(520, solute, 2))
        #expect(birth.rate >= 0 && birth.rate.isFinite)
        #expect(birth.units >= 2 && birth.units.isFinite)
        let slopes = form.law.birth(on: ladder, in: medium(520, solute, 2).along(.temperature))
        #expect(slopes.rate.derivative.isFinite && slopes.units.derivative.isFinite)
      }
    }
  }

  @Test("is not of this world without solute, and keeps quiet", arguments: NucleationForm.all)
  func withoutSolute(form: NucleationForm) {
    #expect(form.law.birth(on: .closureTest, in: medium(520, 0, 2)).rate == 0)
    #expect(form.law.birth(on: .closureTest, in: medium(520, -1e-30, 2)).rate == 0)
  }

  @Test("never slows down with more solute, and never jumps", arguments: NucleationForm.all)
  func monotone(form: NucleationForm) {
    for ladder in Ladder.closureTests.prefix(2) {
      var last = form.law.birth(on: ladder, in: medium(520, 8e-4, 2))
      for step in 1...400 {
        let solute = 8e-4 * exp(0.02 * Double(step))
        let birth = form.law.birth(on: ladder, in: medium(520, solute, 2))
        #expect(birth.rate >= last.rate)
        if last.rate > 1 {
          #expect(log(birth.rate / last.rate) < 0.5 * (1 + log(1e60 / last.rate)))
        }
        last = birth
      }
    }
  }

  @Test(
    "differentiates as central differences do, in every form", arguments: NucleationForm.all)
  func derivatives(form: NucleationForm) {
    for ladder in Ladder.closureTests {
      for solute in [3e-3, 0.01, 0.05, 0.3, 1, 30] {
        let place = medium(520, solute, 2)
        for variable in [MediumVariables.temperature, .solute, .partner] {
          let birth = form.law.birth(on: ladder, in: place.along(variable))
          // Rates span hundreds of decades: their logarithm is what a difference resolves.
          if birth.rate.value > 0 {
            agree(birth.rate.derivative / birth.rate.value, at: place, variable) {
              log(form.law.birth(on: ladder, in: $0).rate)
            }
          }
          agree(birth.units.derivative, at: place, variable) {
            form.law.birth(on: ladder, in: $0).units
          }
        }
      }
    }
  }

  @Test("reads what its rate changes with, and no more", arguments: NucleationForm.all)
  func reads(form: NucleationForm) {
    let place = medium(520, 0.3, 2)
    let slope = form.law.birth(on: .closureTest, in: place.along(.partner)).rate.derivative
    #expect(form.law.reads.contains(.partner) == (slope != 0))
    #expect((form.law.partnerCount > 0) == (slope != 0))
    #expect(form.law.reads.isSuperset(of: [.temperature, .solute]))
  }

  @Test("needs a solubility where it asks for the supersaturation", arguments: NucleationForm.all)
  func irreversible(form: NucleationForm) {
    var ladder = Ladder.closureTest
    ladder.solubility = Coefficient(0)
    let birth = form.law.birth(on: ladder, in: medium(520, 1, 2))
    #expect((birth.rate > 0) == !form.law.needsSolubility)
    #expect(birth.units >= 2 && birth.units.isFinite)
  }

  private func medium(_ temperature: Double, _ solute: Double, _ partner: Double)
    -> Medium<Double>
  {
    Medium(temperature: temperature, solute: solute, partner: partner)
  }

  /// Agreement with a central difference to 1e-6, or to what round-off leaves of one.
  private func agree(
    _ slope: Double, at place: Medium<Double>, _ variable: MediumVariables,
    _ value: (Medium<Double>) -> Double
  ) {
    let step = 1e-6 * place.value(of: variable)
    let up = value(place.moved(variable, by: step))
    let down = value(place.moved(variable, by: -step))
    let difference = (up - down) / (2 * step)
    let noise = 2e-13 * max(abs(up), abs(down)) / step
    #expect(abs(slope - difference) <= 1e-6 * abs(difference) + noise)
  }
}

extension Medium<Double> {
  fileprivate func value(of variable: MediumVariables) -> Double {
    switch variable {
    case .temperature: temperature
    case .solute: solute
    default: partner
    }
  }

  fileprivate func moved(_ variable: MediumVariables, by step: Double) -> Self {
    var moved = self
    switch variable {
    case .temperature: moved.temperature += step
    case .solute: moved.solute += step
    default: moved.partner += step
    }
    return moved
  }
}

@Suite("Every law of coalescence")
struct EveryCoalescenceLawTests {
  private static let particles = [1.0, 2, 13, 150, 4000].map {
    Particle(units: $0, volumePerUnit: 5.6e-29)
  }

  @Test("is symmetric, positive and finite, in every form", arguments: CoalescenceForm.all)
  func symmetric(form: CoalescenceForm) {
    let medium = Medium(temperature: 520.0, coverage: 0.3)
    for one in Self.particles {
      for other in Self.particles {
        let kernel = form.law.kernel(one, other, in: medium)
        #expect(kernel > 0 && kernel.isFinite)
        #expect(abs(form.law.kernel(other, one, in: medium) / kernel - 1) <= 1e-15)
      }
    }
  }

  @Test("writes tables as it reads pairs", arguments: CoalescenceForm.all)
  func tables(form: CoalescenceForm) {
    let medium = Medium(temperature: 520.0, coverage: 0.3)
    let count = Self.particles.count
    var table = [Double](repeating: 0, count: count * count)
    var span = table.mutableSpan
    form.law.tabulate(&span, of: Self.particles.span, in: medium)
    for (row, one) in Self.particles.enumerated() {
      for (column, other) in Self.particles.enumerated() {
        let kernel = form.law.kernel(one, other, in: medium)
        #expect(abs(table[row * count + column] / kernel - 1) <= 1e-14)
      }
    }
  }

  @Test("differentiates to temperature and coverage", arguments: CoalescenceForm.all)
  func derivatives(form: CoalescenceForm) {
    let (one, other) = (Self.particles[1], Self.particles[3])
    let medium = Medium(temperature: 520.0, coverage: 0.3)
    for variable in [MediumVariables.temperature, .coverage] {
      let slope = form.law.kernel(one.constant, other.constant, in: medium.along(variable))
        .derivative
      func value(_ step: Double) -> Double {
        var moved = medium
        if variable == .temperature { moved.temperature += step } else { moved.coverage += step }
        return form.law.kernel(one, other, in: moved)
      }
      let step = variable == .temperature ? 5e-3 : 1e-5
      let difference = (value(step) - value(-step)) / (2 * step)
      #expect(abs(slope - difference) <= 1e-6 * abs(difference) + 1e-15 * value(0) / step)
      #expect(form.law.reads.contains(variable) || slope == 0)
    }
  }

  @Test("gels where it says so: the kernel outgrows its pair", arguments: CoalescenceForm.all)
  func gels(form: CoalescenceForm) {
    let medium = Medium(temperature: 520.0, coverage: 0.3)
    func kernel(_ units: Double) -> Double {
      let particle = Particle(units: units, volumePerUnit: 5.6e-29)
      return form.law.kernel(particle, particle, in: medium)
    }
    // Homogeneity above one: K(2n, 2n) > 2 K(n, n) for ever; a cutoff ends it.
    #expect(form.law.gels == (kernel(2e9) > 2.001 * kernel(1e9)))
  }
}

@Suite("Single laws of coalescence")
struct CoalescenceLawTests {
  @Test("Brownian: 8kT/3μ for equal sizes, 1.233e-17 m³/s in water at 25 °C")
  func brownian() {
    var law = BrownianCoalescence()
    law.viscosity = Coefficient(0.89e-3)
    let medium = Medium(temperature: 298.15)
    let particle = Particle(units: 77.0, volumePerUnit: 5.6e-29)
    let equal = law.kernel(particle, particle, in: medium)
    #expect(abs(equal / (8 * 1.380_649e-23 * 298.15 / (3 * 0.89e-3)) - 1) <= 1e-14)
    #expect(abs(equal / 1.233e-17 - 1) <= 1e-3)
    law.stabilityRatio = Coefficient(4)
    #expect(abs(law.kernel(particle, particle, in: medium) / (0.25 * equal) - 1) <= 1e-14)
    // (1 + 2)(1 + 1/2) = 4.5 against 4 for equal ones.
    let larger = Particle(units: 8 * 77.0, volumePerUnit: 5.6e-29)
    #expect(abs(law.kernel(particle, larger, in: medium) / (0.25 * equal * 4.5 / 4) - 1) <= 1e-14)
  }

  @Test("MEPBM: r(n) r(m) up to M and nothing above; r(13) = 16.97")
  func surfaceAtoms() {
    var law = SurfaceAtomCoalescence()
    law.rateConstant = Coefficient(6.022_140_76e23)
    law.cutoff = Coefficient(100)
    let medium = Medium(temperature: 300.0)
    func particle(_ units: Double) -> Particle<Double> {
      Particle(units: units, volumePerUnit: 1.4e-29)
    }
    #expect(abs(particle(13).surfaceAtoms - 2.677 * pow(13, 0.72)) <= 1e-12)
    let expected = 2.677 * 2.677 * pow(13 * 100, 0.72)
    #expect(abs(law.kernel(particle(13), particle(100), in: medium) / expected - 1) <= 1e-13)
    #expect(law.kernel(particle(13), particle(101), in: medium) == 0)
  }

  @Test("oriented attachment stops at the largest that attaches")
  func largest() {
    var law = OrientedAttachment()
    law.rateConstant = Coefficient(2e-20)
    law.faceMatching = Coefficient(0.5)
    law.largest = Coefficient(50)
    let medium = Medium(temperature: 300.0)
    func kernel(_ one: Double, _ other: Double) -> Double {
      law.kernel(
        Particle(units: one, volumePerUnit: 1e-29), Particle(units: other, volumePerUnit: 1e-29),
        in: medium)
    }
    #expect(kernel(50, 50) == 1e-20)
    #expect(kernel(50, 100) == 0 && kernel(100, 100) == 0)
  }

  @Test("ligands in the way: (1 - θ)² and exp(-E/RT)")
  func ligands() {
    var law = LigandBarrierCoalescence()
    law.viscosity = Coefficient(1e-3)
    let particle = Particle(units: 77.0, volumePerUnit: 5.6e-29)
    func kernel(_ coverage: Double) -> Double {
      law.kernel(particle, particle, in: Medium(temperature: 400, coverage: coverage))
    }
    #expect(abs(kernel(0.9) / kernel(0) - 0.01) <= 1e-15)
    #expect(kernel(1) == 0)
    let free = kernel(0)
    law.barrier = Coefficient(8.314_462_618_153_24 * 400)
    #expect(abs(kernel(0) / free - exp(-1)) <= 1e-14)
    law.contact = .anySurface
    #expect(kernel(0.9) == kernel(0))
  }
}
