import Foundation
import Kinetics
import Laws
import Testing

@Suite("Laws of dopants")
struct UptakeLawTests {
  /// 3 nm in diameter.
  private let particle = Particle(units: Double(250), volumePerUnit: 5.6e-29)
  private let medium = Medium(temperature: 520.0)

  private func capture(_ netUnits: Double, _ law: SurfaceCapture) -> UptakeRates<Double> {
    law.rates(
      of: particle, growing: HostGrowth(attachment: 2e-19, netUnits: netUnits), in: medium)
  }

  /// A dopant is buried with the probability [1 + h/(G τ)]^-1.
  ///
  /// After S. C. Erwin et al., Nature 436, 91 (2005).
  @Test("Dopants are buried as often as growth covers them before they leave")
  func burial() {
    var law = SurfaceCapture()
    law.residenceTime = Coefficient(0.4)
    law.layerThickness = Coefficient(0.3e-9)
    let rates = capture(120, law)
    // G = v_m ṅ/4πr², with r from 250 units.
    let radius = pow(3 * 250 * 5.6e-29 / (4 * .pi), 1.0 / 3)
    let growth = 5.6e-29 * 120 / (4 * .pi * radius * radius)
    let expected = 1 / (1 + 0.3e-9 / (growth * 0.4))
    #expect(abs(rates.burial / (rates.burial + rates.desorption) / expected - 1) < 1e-12)
    #expect(rates.uptake == 2e-19)
    #expect(rates.exposure == 0)
    // Without a thickness, a layer is the edge of a unit's cube.
    law.layerThickness = Coefficient(0)
    let edge = pow(5.6e-29, 1.0 / 3)
    #expect(abs(capture(120, law).burial / rates.burial / (0.3e-9 / edge) - 1) < 1e-12)
  }

  @Test("A dopant that binds leaves as often as it tries to and can")
  func binding() {
    var law = SurfaceCapture()
    law.residence = .binding
    law.bindingEnergy = Coefficient(2e-19)
    // 1e13 exp(-2e-19/(1.380649e-23 · 520)).
    #expect(abs(capture(0, law).desorption / 7.972732650309571 - 1) < 1e-12)
  }

  @Test("Dissolution bares what is buried evenly, and expulsion is stronger in small crystals")
  func exposure() {
    var law = SurfaceCapture()
    law.residenceTime = Coefficient(1)
    #expect(capture(-50, law).exposure == 50.0 / 250)
    #expect(capture(-50, law).burial == 0)
    law.diffusivity = Coefficient(1e-21)
    #expect(capture(0, law).exposure == 0)
    law.expulsionEnergy = Coefficient(5e-20)
    let radius = particle.radius
    // π² D/r² [1 - exp(-E_1 (1 nm/2r)/kT)], kT = 7.1793748e-21 J.
    let expected =
      Double.pi * .pi * 1e-21 / (radius * radius)
      * (1 - exp(-5e-20 * (1e-9 / (2 * radius)) / 7.1793748e-21))
    #expect(abs(capture(0, law).exposure / expected - 1) < 1e-9)
  }

  @Test("The first ion enters at k x, the next at f k (x - m), and none into a full crystal")
  func exchange() {
    var law = PartialExchange()
    law.rateConstant = Coefficient(0.6)
    law.cooperativity = Coefficient(0.1)
    let host = HostGrowth(attachment: 0.0, netUnits: 0)
    let unit = 0.6 / 6.02214076e23
    let rates = law.rates(of: particle, growing: host, in: medium)
    for (held, expected) in [(0, 250.0), (1, 24.9), (100, 15), (249, 0.1), (250, 0), (300, 0)] {
      #expect(abs(rates.uptake(holding: held) / unit - expected) < 1e-10)
    }
    law.extent = .surface
    let edge = pow(5.6e-29, 1.0 / 3)
    let surface = law.rates(of: particle, growing: host, in: medium)
    #expect(abs(surface.sites / (particle.area / (edge * edge)) - 1) < 1e-12)
    #expect(abs(surface.uptake / unit / surface.sites - 1) < 1e-12)
    law.extent = .particle
    let single = law.rates(of: particle, growing: host, in: medium)
    #expect(single.sites == .infinity)
    #expect(abs(single.uptake(holding: 1000) / (0.1 * unit) - 1) < 1e-12)
  }
}
