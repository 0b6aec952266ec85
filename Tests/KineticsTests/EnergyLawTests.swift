import Foundation
import Kinetics
import Laws
import Testing

/// Closed forms of the energies.
@Suite("Laws of energy")
struct EnergyLawTests {
  private static let volume = 5.6e-29
  private static let medium = Medium(temperature: Dual(500), binding: Dual(3))

  /// The sum of energies over the number of units, with its derivative: dE/dn.
  private func energy(_ laws: [any ParticleEnergy], at radius: Double) -> Dual {
    let units = 4 * .pi / 3 * pow(radius, 3) / Self.volume
    let particle = Particle(units: Dual(units, derivative: 1), volumePerUnit: Self.volume)
    return laws.reduce(Dual(0)) { $0 + $1.energy(of: particle, in: Self.medium) }
  }

  private func energy(_ law: any ParticleEnergy, ofUnits units: Double) -> Double {
    law.energy(
      of: Particle(units: units, volumePerUnit: Self.volume), in: Medium(temperature: 500.0))
  }

  private func charge(_ charges: Double, smallest: Double = 1) -> ChargedSphere {
    var law = ChargedSphere()
    law.charges = Coefficient(charges)
    law.relativePermittivity = Coefficient(2.4)
    law.smallest = Coefficient(smallest)
    return law
  }

  @Test(
    "V35: a charge puts dE/dn at zero at r_0, and at its largest at r_m",
    arguments: [(5, 0.781940, 1.241253), (10, 1.241253, 1.970367)])
  func digestive(charges: Double, zero: Double, most: Double) {
    let laws: [any ParticleEnergy] = [SurfaceEnergy.test(0.1), charge(charges)]
    func potential(_ nanometres: Double) -> Double {
      energy(laws, at: nanometres * 1e-9).derivative
    }
    #expect(potential(zero * (1 - 1e-6)) < 0 && potential(zero * (1 + 1e-6)) > 0)
    let peak = potential(most)
    #expect(potential(most * (1 - 1e-3)) < peak && potential(most * (1 + 1e-3)) < peak)
    // At its top the two sides differ by the third derivative alone.
    let (below, above) = (potential(most * (1 - 1e-4)), potential(most * (1 + 1e-4)))
    #expect(abs(above - below) <= 1e-4 * (peak - potential(most * (1 + 1e-2))))
  }

  @Test("an energy acts fully from its smallest size on, and hardly below", arguments: [10.0, 30])
  func smallest(units: Double) {
    let (whole, from) = (charge(5), charge(5, smallest: units))
    for size in [units, units + 1, 500] {
      #expect(energy(from, ofUnits: size) == energy(whole, ofUnits: size))
    }
    // What is gained below it is less than one full step for each tenth of the size.
    let step = energy(whole, ofUnits: units - 1) - energy(whole, ofUnits: units)
    let excess = energy(from, ofUnits: 1) - energy(from, ofUnits: units)
    #expect(excess > 0 && excess < 1.2 * step * units / 10)
    #expect(abs(energy(from, ofUnits: 2) - energy(from, ofUnits: 1)) <= 1e-4 * step)
    // The slope has no jump.
    func slope(_ size: Double) -> Double {
      from.energy(
        of: Particle(units: Dual(size, derivative: 1), volumePerUnit: Self.volume),
        in: Self.medium
      ).derivative
    }
    #expect(abs(slope(units * (1 - 1e-6)) / slope(units * (1 + 1e-6)) - 1) <= 1e-4)
  }

  @Test("ligands that pack best at L make the energy per volume least there, and zero at εσ = γ")
  func packing() {
    var ligands = LigandCurvature()
    ligands.bindingEnergy = Coefficient(2.5e-20)
    ligands.siteDensity = Coefficient(4e18)
    ligands.packingLength = Coefficient(2e-9)
    ligands.smallest = Coefficient(1)
    let laws: [any ParticleEnergy] = [SurfaceEnergy.test(0.1), ligands]
    func perVolume(_ nanometres: Double) -> Double {
      let radius = nanometres * 1e-9
      return energy(laws, at: radius).value / (4 * .pi / 3 * pow(radius, 3))
    }
    // 3γ/r in units of which the rest is counted.
    let scale = 3 * 0.1 / 2e-9
    #expect(abs(perVolume(2)) <= 1e-14 * scale)
    for radius in [0.3, 1, 1.9, 2.1, 4, 50] { #expect(perVolume(radius) > 1e-5 * scale) }
    ligands.bindingEnergy = Coefficient(0)
    #expect(energy([ligands], at: 1e-9).value == 0)
  }

  @Test("adsorbed ligands take σ kT ln(1 + Kc) off every area")
  func adsorption() {
    var law = LigandAdsorption()
    law.siteDensity = Coefficient(4e18)
    let found = energy([law], at: 2e-9).value
    let expected = -4e18 * 1.380_649e-23 * 500 * log(4.0) * 4 * .pi * 4e-18
    #expect(abs(found / expected - 1) <= 1e-13)
  }

  @Test("a magic size is a well of one size, and a straight line between whole sizes")
  func magic() {
    var law = MagicSize()
    (law.sizes, law.depths) = ([13, 14, 55], [2e-20, 1e-20, 3e-20])
    let wells: [Double: Double] = [
      12: 0, 12.5: -1e-20, 13: -2e-20, 13.25: -1.75e-20, 14: -1e-20, 15: 0, 54.9: -2.7e-20,
      55: -3e-20, 56: 0, 1: 0,
    ]
    for (units, well) in wells {
      #expect(abs(energy(law, ofUnits: units) - well) <= 1e-33)
    }
  }
}
