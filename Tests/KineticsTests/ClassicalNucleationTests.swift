import Foundation
import Kinetics
import Laws
import Testing

@Suite("Classical nucleation")
struct ClassicalNucleationTests {
  /// Case A of V05, or B of V06.
  private func ladder(_ gamma: Double, _ supersaturation: Double, tolman: Double = 0) -> Ladder {
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(gamma)
    surface.tolmanLength = Coefficient(tolman)
    return Ladder(
      attachment: DiffusionLimited.test, energies: [surface],
      solubility: Coefficient(1 / supersaturation), volumePerUnit: 5.6024e-29)
  }

  private let medium = Medium(temperature: 523.15, solute: 1.0)
  private let thermal = 1.380_649e-23 * 523.15

  private func law(_ prefactor: ClassicalNucleation.Prefactor = .selfConsistent)
    -> ClassicalNucleation
  {
    var law = ClassicalNucleation()
    law.prefactor = prefactor
    return law
  }

  private func near(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-6) {
    #expect(abs(found / expected - 1) <= tolerance, "\(found) \(expected)")
  }

  @Test("V05, case A: Θ, n*, r*, W*, Z, β*, τ and J")
  func closedForms() throws {
    let ladder = ladder(0.20, 500)
    let nucleus = try #require(ladder.criticalNucleus(in: medium))
    near(nucleus.monomerWork + log(500), 19.605_926)
    near(nucleus.units, 9.303_514_4)
    near(nucleus.radius, 0.499_241_69e-9)
    near(nucleus.work, 28.908_848)
    near(nucleus.zeldovich, 0.188_249_05)
    near(nucleus.frequency, 3.778_084e6)
    near(nucleus.timeLag, 3.7345e-6, 1e-5)
    let standard = law(.zeldovich).birth(on: ladder, in: medium).rate
    near(standard, 1.193_444_4e17)
    near(law().birth(on: ladder, in: medium).rate / standard, 654_297.55)
  }

  @Test("n* is (2Θ/(3 ln S))³ to round-off", arguments: [1.05, 1.5, 4, 50, 500, 4000])
  func criticalSize(supersaturation: Double) throws {
    let ladder = ladder(0.20, supersaturation)
    let nucleus = try #require(ladder.criticalNucleus(in: medium))
    let theta = 0.20 * cbrt(36 * .pi) * pow(5.6024e-29, 2.0 / 3) / thermal
    near(nucleus.units, pow(2 * theta / (3 * log(supersaturation)), 3), 1e-12)
    near(nucleus.work, 4 * pow(theta, 3) / (27 * pow(log(supersaturation), 2)), 1e-11)
  }

  @Test("V06: the ladder's exact sum over the self-consistent rate")
  func ladderSum() {
    for (gamma, supersaturation, expected) in [(0.20, 500.0, 1.000_978_8), (0.15, 50, 1.000_918_3)]
    {
      let ladder = ladder(gamma, supersaturation)
      let rate = law().birth(on: ladder, in: medium).rate
      near(exactFlux(ladder) / rate, expected, 1e-7)
      let standard = law(.zeldovich).birth(on: ladder, in: medium).rate
      let theta = gamma * cbrt(36 * .pi) * pow(5.6024e-29, 2.0 / 3) / thermal
      near(rate / standard, exp(theta) / supersaturation, 1e-12)
    }
  }

  /// [Σ 1/(a(n) c_1 c_n)]^-1 with c_n that detailed balance makes of the ladder's own tables.
  private func exactFlux(_ ladder: Ladder) -> Double {
    var tables = LadderTables(ladder)
    tables.grow(to: 150)
    tables.refresh(in: medium)
    let density = 6.022_140_76e23
    var (clusters, resistance) = (density, 0.0)
    for n in 1..<150 {
      resistance += 1 / (tables.attachment[n] * clusters)
      clusters *= tables.attachment[n] / tables.detachment[n + 1]
    }
    return 1 / resistance
  }

  @Test("Tolman: r* where γv(2r + 6δ) = kT ln S (r + 2δ)²", arguments: [0.02e-9, 0.1e-9, -0.05e-9])
  func tolman(delta: Double) throws {
    let nucleus = try #require(ladder(0.20, 100, tolman: delta).criticalNucleus(in: medium))
    let slope = thermal * log(100) / (0.20 * 5.6024e-29)
    let radius = (1 + (1 + 2 * delta * slope).squareRoot()) / slope - 2 * delta
    near(nucleus.radius, radius, 1e-12)
    let area = 4 * .pi * radius * radius / (1 + 2 * delta / radius)
    near(nucleus.work, 0.20 * area / thermal - nucleus.units * log(100), 1e-12)
  }

  @Test("a nucleus one kT below the top, at the top, or of a given radius")
  func sizes() throws {
    let ladder = ladder(0.20, 500)
    let work = try #require(WorkOfFormation(on: ladder, in: medium))
    var law = law()
    let below = law.birth(on: ladder, in: medium).units
    #expect(below > 9.4)
    near(work(below), 28.908_848 - 1, 1e-7)
    law.nucleus = .critical
    near(law.birth(on: ladder, in: medium).units, 9.303_514_4)
    law.nucleus = .given
    law.nucleusRadius = Coefficient(ladder.radius(ofUnits: 37))
    near(law.birth(on: ladder, in: medium).units, 37, 1e-12)
    law.nucleusRadius = Coefficient(0.01e-9)
    #expect(law.birth(on: ladder, in: medium).units == 2)
  }

  @Test("a rate in the place of the prefactor stands before exp(-W*)")
  func given() {
    var law = law(.given)
    law.rate = Coefficient(2e33)
    near(law.birth(on: ladder(0.20, 500), in: medium).rate, 2e33 * exp(-28.908_848), 1e-6)
  }

  @Test("sites lower work and size by the contact factor, and each takes one nucleus")
  func heterogeneous() throws {
    let ladder = ladder(0.20, 500)
    var law = law()
    law.place = .sites
    law.contactFactor = Coefficient(0.3)
    law.nucleus = .critical
    #expect(law.partnerCount == 1)
    let wet = Medium(temperature: 523.15, solute: 1.0, partner: 1e-6)
    let birth = law.birth(on: ladder, in: wet)
    near(birth.units, 0.3 * 9.303_514_4)
    let zeldovich = 0.188_249_05 / 0.3.squareRoot()
    let sites = 1e-6 * 6.022_140_76e23
    near(birth.rate, zeldovich * 3.778_084e6 * sites * exp(-0.3 * 28.908_848))
    #expect(law.birth(on: ladder, in: medium).rate == 0)
    // One kT below the top of f W(n/f).
    law.nucleus = .belowTop
    let units = law.birth(on: ladder, in: wet).units
    let work = try #require(WorkOfFormation(on: ladder, in: wet))
    near(0.3 * work(units / 0.3), 0.3 * 28.908_848 - 1)
  }

  @Test("at and below saturation nothing is born, and just above it nothing either")
  func saturation() {
    for supersaturation in [0.2, 1, 1 + 1e-12, 1 + 1e-6, 1.01] {
      let birth = law().birth(on: ladder(0.20, supersaturation), in: medium)
      #expect(birth.rate == 0 && birth.units >= 2 && birth.units <= 1e10)
    }
  }

  @Test("where the barrier is gone the monomers meet unhindered")
  func noBarrier() throws {
    let ladder = ladder(0.05, 1e9)
    let nucleus = try #require(ladder.criticalNucleus(in: medium))
    #expect(nucleus.units == 1 && nucleus.work == nucleus.monomerWork)
    let rate = law().birth(on: ladder, in: medium).rate
    near(rate, nucleus.zeldovich * nucleus.frequency * 6.022_140_76e23, 1e-12)
  }
}

@Suite("Derivatives along size")
struct JetTests {
  @Test("products, quotients, exponentials, logarithms and roots, twice over")
  func rules() {
    let n = Jet<Dual>(level: Dual(1.7, derivative: 1), slope: Dual(1), curvature: Dual(0))
    // f = n² e^n/n = n e^n, and so f' = (1 + n) e^n, f'' = (2 + n) e^n.
    let f = n * n * Jet.exp(n) / n
    #expect(abs(f.slope.value - 2.7 * exp(1.7)) <= 1e-13)
    #expect(abs(f.curvature.value - 3.7 * exp(1.7)) <= 1e-13)
    // Each carries the derivative to the size inside it, which is the next one.
    #expect(abs(f.slope.derivative - f.curvature.value) <= 1e-13)
    #expect(abs(f.curvature.derivative - 4.7 * exp(1.7)) <= 1e-12)
    let root = Jet.root(n, 3)
    #expect(abs(root.slope.value - pow(1.7, -2.0 / 3) / 3) <= 1e-15)
    #expect(abs(root.curvature.value + 2 * pow(1.7, -5.0 / 3) / 9) <= 1e-15)
    #expect(abs(Jet.log(n).curvature.value + 1 / (1.7 * 1.7)) <= 1e-15)
    #expect(abs((1 - n).slope.value + 1) <= 1e-15)
  }
}
