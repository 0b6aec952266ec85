import Kinetics
import Laws
import Testing

@Suite("Constants of laws")
struct CoefficientTests {
  @Test("V04: Arrhenius, k(393.15 K)/k(353.15 K) at 80 kJ/mol")
  func arrhenius() {
    let constant = Coefficient(1, at: 353.15, energy: 8e4)
    let ratio: Double = constant.at(393.15)
    #expect(abs(ratio / 15.991101 - 1) <= 1e-6)
    let atReference: Double = constant.at(353.15)
    #expect(atReference == 1)
  }

  @Test("without a reference temperature or an energy it holds at every temperature")
  func constant() {
    let plain: Double = Coefficient(3.5).at(700.0)
    let athermal: Double = Coefficient(3.5, at: 300).at(700.0)
    #expect(plain == 3.5)
    #expect(athermal == 3.5)
    #expect(!Coefficient(3.5, at: 300).isThermal)
    #expect(Coefficient(3.5, at: 300, energy: 1).isThermal)
  }

  @Test("van 't Hoff: d ln c/d(1/T) = -ΔH/R for a solubility")
  func vantHoff() {
    let solubility = Coefficient(2e-3, at: 500, energy: 6e4)
    let (cold, hot): (Double, Double) = (solubility.at(450.0), solubility.at(550.0))
    // exp[-(6e4/8.31446261815324)(1/450 - 1/500)], and at 550 K: mpmath.
    #expect(abs(cold / (2e-3 * 0.201_164_680_466_034_83) - 1) <= 1e-12)
    #expect(abs(hot / (2e-3 * 3.713_823_931_162_554_4) - 1) <= 1e-12)
  }

  @Test("V07: Tolman's 1/(1 + 2δ/r) at δ = 0.1 nm, r = 1 nm", arguments: [300.0, 600])
  func tolman(temperature: Double) {
    var law = SurfaceEnergy()
    law.surfaceEnergy = Coefficient(0.25)
    let particle = Particle(units: 100, radius: 1e-9)
    let medium = Medium(temperature: temperature)
    let flat = law.energy(of: particle, in: medium)
    law.tolmanLength = Coefficient(0.1e-9)
    let curved = law.energy(of: particle, in: medium)
    #expect(abs(flat / (0.25 * 4 * .pi * 1e-18) - 1) <= 1e-14)
    #expect(abs(curved / flat - 0.833_333_333_333_333_4) <= 1e-12)
  }

  @Test("frozen at a temperature it keeps value and derivative")
  func frozen() {
    let constant = Coefficient(2, at: 400, energy: 3e4)
    let value = constant.at(Dual(450, derivative: 1))
    let again = Coefficient(frozenAt: value).at(Dual(999, derivative: 5))
    #expect(again == value)
    // k E/(R T²)
    #expect(abs(value.derivative / (value.value * 3e4 / (8.314_462_618 * 450 * 450)) - 1) <= 1e-9)
  }
}

@Suite("Dual numbers")
struct DualTests {
  private let x = Dual(1.7, derivative: 1)

  @Test("sums, products, quotients, exponentials and logarithms by the chain rule")
  func chainRule() {
    #expect((x + x * x).derivative == 1 + 2 * 1.7)
    #expect((3 - x).derivative == -1)
    #expect(abs((1 / x).derivative + 1 / (1.7 * 1.7)) <= 1e-15)
    #expect(abs((x / (x + 1)).derivative - 1 / (2.7 * 2.7)) <= 1e-15)
    let exponential = Dual.exp(2 * x)
    #expect(exponential.derivative == 2 * exponential.value)
    #expect(abs(Dual.log(x * x).derivative - 2 / 1.7) <= 1e-15)
  }
}
