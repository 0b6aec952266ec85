import Foundation
import Kinetics
import Laws
import Testing

/// Where growth is fastest, and other closed forms of the attachment laws.
@Suite("Laws of attachment")
struct GrowthLawTests {
  private static let temperature = 500.0
  private static let volume = 5.6e-29

  /// The slope of dr/dt over r, for solute at S times the solubility and the curvature l_c = 1 nm.
  ///
  ///     dr/dt ∝ a(r)/(4πr²) [S - exp(l_c/r)]
  private func slope(_ law: any AttachmentLaw, at x: Double, _ supersaturation: Double) -> Double {
    let radius = Dual(x * 1e-9, derivative: 1)
    let energy = 1e-9 / radius
    let particle = Particle(units: Dual(1), radius: radius)
    let step = GrowthStep(energy: energy, equilibrium: Dual.exp(energy))
    let medium = Medium(temperature: Dual(Self.temperature), solute: Dual(supersaturation))
    let attachment = law.attachment(of: particle, taking: step, in: medium)
    return (attachment / particle.area * (supersaturation - Dual.exp(energy))).derivative
  }

  @Test(
    "V22: the fastest radius of exponential Gibbs-Thomson under diffusion",
    arguments: [(1.5, 1.90669), (2, 1.84926), (5, 1.70410)])
  func diffusion(supersaturation: Double, ratio: Double) {
    let x = ratio / log(supersaturation)
    #expect(slope(DiffusionLimited.test, at: x * (1 - 1e-5), supersaturation) > 0)
    #expect(slope(DiffusionLimited.test, at: x * (1 + 1e-5), supersaturation) < 0)
  }

  @Test("V22: linear Gibbs-Thomson under diffusion is fastest at twice the critical radius")
  func linear() {
    // dr/dt = (K/r)(1/r* - 1/r): K/(4 r*²) at 2 r*.
    let supersaturation = 3.0
    func rate(_ x: Double) -> Dual {
      let radius = Dual(x * 1e-9, derivative: 1)
      let particle = Particle(units: Dual(1), radius: radius)
      let equilibrium = 1 + 1e-9 / radius
      let step = GrowthStep(energy: 1e-9 / radius, equilibrium: equilibrium)
      let medium = Medium(temperature: Dual(Self.temperature), solute: Dual(supersaturation))
      let attachment = DiffusionLimited.test.attachment(of: particle, taking: step, in: medium)
      return attachment / particle.area * (supersaturation - equilibrium)
    }
    let critical = 1 / (supersaturation - 1)
    #expect(rate(2 * critical * (1 - 1e-6)).derivative > 0)
    #expect(rate(2 * critical * (1 + 1e-6)).derivative < 0)
    // K = D l_c c_inf, here with D = 1e-9 m²/s and l_c = 1 nm.
    let top = rate(2 * critical).value * critical * critical * 1e-9
    #expect(abs(top / (0.25 * 1e-9) - 1) <= 1e-9)
  }

  @Test(
    "V22: the same of Talapin's law, α = 1/2, S = 5, K = D/(k l_c)",
    arguments: [(1e-3, 1.7054), (0.1, 1.8235), (1, 2.5322), (10, 5.4138)])
  func talapin(control: Double, ratio: Double) {
    let x = ratio / log(5)
    var law = MixedControl()
    law.diffusivity = Coefficient(1e-9)
    law.surfaceRateConstant = Coefficient(1 / control)
    law.activationTransfer = Coefficient(0.5)
    #expect(slope(law, at: x * (1 - 1e-4), 5) > 0)
    #expect(slope(law, at: x * (1 + 1e-4), 5) < 0)
  }

  /// Attachment to a particle of a radius in nm.
  private func attachment(
    _ law: any AttachmentLaw, _ nanometres: Double, solute: Double = 1, equilibrium: Double = 0.5,
    coverage: Double = 0
  ) -> Double {
    let radius = nanometres * 1e-9
    return law.attachment(
      of: Particle(units: 4 * .pi / 3 * pow(radius, 3) / Self.volume, radius: radius),
      taking: GrowthStep(energy: 0.4, equilibrium: equilibrium),
      in: Medium(temperature: Self.temperature, solute: solute, coverage: coverage))
  }

  @Test("a film of finite thickness adds 1/δ to 1/r")
  func film() {
    var (diffusion, mixed) = (DiffusionLimited.test, MixedControl())
    (mixed.diffusivity, mixed.surfaceRateConstant) = (diffusion.diffusivity, Coefficient(0.5))
    let atRest = attachment(diffusion, 2)
    #expect(abs(atRest / (4 * .pi * 1e-9 * 2e-9) - 1) <= 1e-14)
    (diffusion.filmThickness, mixed.filmThickness) = (Coefficient(3e-9), Coefficient(3e-9))
    let (supply, k) = (1e-9 * (1 / 2e-9 + 1 / 3e-9), 0.5)
    #expect(abs(attachment(diffusion, 2) / (4 * .pi * 4e-18 * supply) - 1) <= 1e-14)
    #expect(abs(attachment(mixed, 2) / (4 * .pi * 4e-18 / (1 / k + 1 / supply)) - 1) <= 1e-14)
  }

  @Test("size-decreasing is k0 at r0, and (r0/r)^m, e^(-(r - r0)/λ) and a floor beyond")
  func sizeDecreasing() {
    var law = SizeDecreasing()
    law.surfaceRateConstant = Coefficient(2e-4)
    law.referenceRadius = Coefficient(1e-9)
    law.exponent = Coefficient(2)
    law.decayLength = Coefficient(0.5e-9)
    law.floor = Coefficient(1e-5)
    let falls: [(SizeDecreasing.Form, Double)] = [
      (.power, 2e-4 / 9), (.exponential, 2e-4 * exp(-4)), (.floor, 1e-5 + 19e-5 * exp(-4)),
    ]
    for (form, constant) in falls {
      law.form = form
      #expect(abs(attachment(law, 1) / (4 * .pi * 1e-18 * 2e-4) - 1) <= 1e-13)
      #expect(abs(attachment(law, 3) / (4 * .pi * 9e-18 * constant) - 1) <= 1e-13)
    }
  }

  private func facetLaw(_ form: FacetNucleation.Form) -> FacetNucleation {
    var law = FacetNucleation()
    law.form = form
    law.surfaceRateConstant = Coefficient(2e-4)
    law.edgeEnergy = Coefficient(1.5e-11)
    law.stepHeight = Coefficient(0.3e-9)
    law.diffusionLength = Coefficient(1e-9)
    return law
  }

  @Test("facets follow islands and spirals on both sides of balance")
  func facets() {
    let rough = 4 * .pi * 4e-18 * 2e-4
    let edge = 1.5e-11 / (1.380_649e-23 * Self.temperature)
    let area = Self.volume / 0.3e-9
    let (barrier, turn) = (.pi * edge * edge * area, 2 * .pi * edge * area / 1e-9)
    for equilibrium in [0.2, 5] {
      let drive = log(5.0)
      let island = attachment(facetLaw(.island), 2, equilibrium: equilibrium)
      #expect(abs(island / (rough * exp(-barrier / drive)) - 1) <= 1e-12)
      let spiral = attachment(facetLaw(.spiral), 2, equilibrium: equilibrium)
      #expect(abs(spiral / (rough * drive / turn * tanh(turn / drive)) - 1) <= 1e-12)
    }
  }

  @Test(
    "facets stand still in balance, and are rough where nothing dissolves",
    arguments: FacetNucleation.Form.allCases)
  func facetLimits(form: FacetNucleation.Form) {
    let law = facetLaw(form)
    let rough = 4 * .pi * 4e-18 * 2e-4
    #expect(attachment(law, 2, solute: 0.5, equilibrium: 0.5) == 0)
    #expect(attachment(law, 2, solute: 0.5 * (1 + 1e-9), equilibrium: 0.5) <= 1e-8 * rough)
    #expect(abs(attachment(law, 2, equilibrium: 0) / rough - 1) <= 1e-14)
    #expect(abs(attachment(law, 2, solute: 0) / rough - 1) <= 1e-14)
    #expect(abs(attachment(law, 2, solute: -1e-30) / rough - 1) <= 1e-14)
    for solute in [0.5, 0.5 * (1 + 1e-15), 0] {
      let slope = law.attachment(
        of: Particle(units: Dual(700), volumePerUnit: Self.volume),
        taking: GrowthStep(energy: Dual(0.4), equilibrium: Dual(0.5)),
        in: Medium(
          temperature: Dual(Self.temperature), solute: Dual(solute, derivative: 1))
      ).derivative
      #expect(slope.isFinite)
    }
  }

  @Test("ligands leave (1 - θ)^m of the base law's surface, and none where they cover all")
  func gated() {
    var law = LigandGated()
    law.base = MixedControl.test
    law.blockingExponent = Coefficient(2)
    var open = MixedControl.test
    #expect(attachment(law, 2) == attachment(open, 2))
    open.surfaceRateConstant.value *= 0.16
    #expect(abs(attachment(law, 2, coverage: 0.6) / attachment(open, 2) - 1) <= 1e-14)
    #expect(attachment(law, 2, coverage: 1) == 0)
    #expect(attachment(law, 2, coverage: 1 + 1e-12) == 0)
    #expect(law.reads == [.temperature, .coverage])
    law.base = facetLaw(.island)
    #expect(law.reads == [.temperature, .coverage, .solute])
  }

  @Test("surface atoms: 2.677 n^0.72, capped at n below 34 units, with a step at M")
  func surfaceAtoms() {
    var law = SurfaceAtoms()
    // k2 and k3 of the Ir polyoxometalate, 1/(M h).
    law.rateConstant = Coefficient(249_454.291397 * 1e-3 / 3600)
    law.largeRateConstant = Coefficient(6097.4163 * 1e-3 / 3600)
    law.cutoff = Coefficient(108)
    func perHour(_ units: Double) -> Double {
      law.attachment(
        of: Particle(units: units, volumePerUnit: Self.volume),
        taking: GrowthStep(energy: 0, equilibrium: 0), in: Medium(temperature: 300.0))
        * 6.022_140_76e23 * 1e3 * 3600
    }
    #expect(abs(perHour(8) / (249_454.291397 * 2.677 * pow(8, 0.72)) - 1) <= 1e-13)
    #expect(abs(perHour(108) / (249_454.291397 * 2.677 * pow(108, 0.72)) - 1) <= 1e-13)
    #expect(abs(perHour(109) / (6097.4163 * 2.677 * pow(109, 0.72)) - 1) <= 1e-13)
    law.counting = .capped
    #expect(abs(perHour(8) / (249_454.291397 * 8) - 1) <= 1e-13)
    #expect(abs(perHour(33) / (249_454.291397 * 33) - 1) <= 1e-13)
    #expect(abs(perHour(34) / (249_454.291397 * 2.677 * pow(34, 0.72)) - 1) <= 1e-13)
    law.form = .table
    #expect(perHour(8) == 0)
    (law.sizes, law.rates) = ([10, 20, 25], [1, 3, 2].map { $0 * 1e-3 / 3600 })
    for (units, rate) in [(4.0, 1.0), (10, 1), (15, 2), (20, 3), (24, 2.2), (25, 2), (33, 2)] {
      #expect(abs(perHour(units) / (rate * units) - 1) <= 1e-13)
    }
  }
}
