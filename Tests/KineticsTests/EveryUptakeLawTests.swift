import Kinetics
import Laws
import Testing

@Suite("Every law of dopants")
struct EveryUptakeLawTests {
  private static let sizes = [2.0, 30, 1000, 1e5]
  private static let growth = [-300.0, 0, 300]

  private func rates(
    _ law: any UptakeLaw, _ units: Double, _ netUnits: Double
  ) -> UptakeRates<Double> {
    law.rates(
      of: Particle(units: units, volumePerUnit: 5.6e-29),
      growing: HostGrowth(attachment: 2e-19, netUnits: netUnits), in: Medium(temperature: 520))
  }

  @Test("has rates of every size that are numbers, none below zero", arguments: UptakeForm.all)
  func finite(form: UptakeForm) {
    for units in Self.sizes {
      for netUnits in Self.growth {
        let rates = rates(form.law, units, netUnits)
        #expect(rates.uptake > 0 && rates.uptake.isFinite)
        for rate in [rates.desorption, rates.burial, rates.exposure, rates.cooperativity] {
          #expect(rate >= 0 && rate.isFinite)
        }
        #expect(rates.sites > 0)
      }
    }
  }

  @Test("keeps what it has taken up where that matters for more", arguments: UptakeForm.all)
  func irreversible(form: UptakeForm) {
    for units in Self.sizes {
      for netUnits in Self.growth {
        let rates = rates(form.law, units, netUnits)
        let isIndependent = rates.cooperativity == 1 && rates.sites == .infinity
        #expect(isIndependent || form.law.isIrreversible)
        guard form.law.isIrreversible else { continue }
        #expect(!form.law.entersSurface)
        #expect(rates.desorption == 0 && rates.burial == 0 && rates.exposure == 0)
      }
    }
  }

  @Test("does not ask how deep a dopant lies", arguments: UptakeForm.all)
  func depth(form: UptakeForm) {
    #expect(!form.law.needsDepth)
  }

  @Test("fills tables with what its formula says", arguments: UptakeForm.all)
  func tables(form: UptakeForm) {
    let all = [1.3, 30.2, 1234.5].map { Surroundings(units: Dual($0, derivative: 1)) }
    let empty = UptakeRates(uptake: Dual(0))
    var duals = [UptakeRates<Dual>](repeating: empty, count: all.count)
    var plain = [UptakeRates<Double>](repeating: UptakeRates(uptake: 0), count: all.count)
    var dualTable = duals.mutableSpan
    var plainTable = plain.mutableSpan
    let particles = all.map(\.particle)
    let hosts = all.map(\.host)
    let still = Medium(temperature: 520.0, solute: 1.1, partner: 0.7, coverage: 0.3, binding: 2.5)
    Dual.tabulate(
      form.law, &dualTable, of: particles.span, growing: hosts.span, in: all[0].medium)
    let plainParticles = particles.map(\.plain)
    let plainHosts = hosts.map {
      HostGrowth(attachment: $0.attachment.value, netUnits: $0.netUnits.value)
    }
    Double.tabulate(
      form.law, &plainTable, of: plainParticles.span, growing: plainHosts.span, in: still)
    for (index, surroundings) in all.enumerated() {
      let formula = form.law.rates(
        of: surroundings.particle, growing: surroundings.host, in: surroundings.medium)
      for (_, path) in UptakeRates<Dual>.finite {
        let (one, other) = (duals[index][keyPath: path], formula[keyPath: path])
        #expect(abs(one.value - other.value) <= 1e-13 * abs(other.value))
        #expect(abs(one.derivative - other.derivative) <= 1e-12 * abs(other.derivative))
      }
      #expect(abs(plain[index].uptake / formula.uptake.value - 1) < 1e-13)
      #expect(
        abs(plain[index].exposure - formula.exposure.value) <= 1e-13 * formula.exposure.value)
      #expect(plain[index].sites == formula.sites.value)
    }
  }
}
