import Foundation
import Kinetics
import Laws
import Testing

@Suite("The ladder's conventions")
struct LadderTests {
  private static let volume = 5.6e-29
  private static let temperature = 513.0
  private static let boltzmann = 1.380_649e-23
  private static let avogadro = 6.022_140_76e23

  /// CdSe-like, with γ = 0.10 J/m² and c_inf = 1e-3 mol/m³.
  private func ladder(
    _ attachment: any AttachmentLaw = DiffusionLimited.test, solubility: Double = 1e-3,
    capture: Ladder.CaptureRadius = .particle, gibbsThomson: Ladder.GibbsThomson = .exponential,
    surfaceEnergy: Double = 0.10
  ) -> Ladder {
    Ladder(
      attachment: attachment, energies: [SurfaceEnergy.test(surfaceEnergy)],
      solubility: Coefficient(solubility), volumePerUnit: Self.volume, captureRadius: capture,
      gibbsThomson: gibbsThomson)
  }

  private func tables(_ ladder: Ladder, to largest: Int = 500) -> LadderTables {
    var tables = LadderTables(ladder)
    tables.grow(to: largest)
    tables.refresh(in: Medium(temperature: Self.temperature))
    return tables
  }

  /// r_n, written anew.
  private func radius(_ n: Int) -> Double { cbrt(3 * Double(n) * Self.volume / (4 * .pi)) }

  /// E(n)/kT of a constant surface energy.
  private func energy(_ n: Int, _ gamma: Double = 0.10) -> Double {
    gamma * 4 * .pi * radius(n) * radius(n) / (Self.boltzmann * Self.temperature)
  }

  @Test("tables that grow cell by cell are those that grow at once")
  func tablesGrow() {
    let cells = SizeCells(unitCount: 12, ratio: 0.1)
    var (slow, fast) = (LadderTables(ladder(), on: cells), LadderTables(ladder(), on: cells))
    fast.grow(to: 60)
    for size in 3...60 { slow.grow(to: size) }
    for medium in [513.0, 550].map({ Medium(temperature: $0) }) {
      slow.refresh(in: medium)
      fast.refresh(in: medium)
      #expect(slow.attachment == fast.attachment)
      #expect(slow.detachment == fast.detachment)
    }
  }

  @Test("attachment is the law at r_n, times Avogadro's number")
  func attachment() {
    let tables = tables(ladder())
    for n in [1, 2, 77, 500] {
      let expected = 4 * .pi * 1e-9 * radius(n) * Self.avogadro
      #expect(abs(tables.attachment[n] / expected - 1) <= 1e-13)
    }
  }

  @Test("with capture radius \"sum\" it is the law at r_n + r_1")
  func captureSum() {
    let tables = tables(ladder(capture: .sum))
    for n in [1, 2, 77, 500] {
      let expected = 4 * .pi * 1e-9 * (radius(n) + radius(1)) * Self.avogadro
      #expect(abs(tables.attachment[n] / expected - 1) <= 1e-13)
    }
  }

  @Test("detachment has the exact difference of E, not 2γv/r")
  func exactDifference() {
    let tables = tables(ladder())
    for n in [1, 2, 30, 499] {
      let expected = tables.attachment[n] * 1e-3 * exp(energy(n + 1) - energy(n))
      #expect(abs(tables.detachment[n + 1] / expected - 1) <= 1e-12)
      let kelvin = 2 * 0.10 * Self.volume / (radius(n + 1) * Self.boltzmann * Self.temperature)
      let approximate = tables.attachment[n] * 1e-3 * exp(kelvin)
      if n <= 2 { #expect(abs(tables.detachment[n + 1] / approximate - 1) > 1e-2) }
    }
  }

  @Test("detailed balance along the ladder, for every law", arguments: CataloguedLaw.attachment)
  func detailedBalance(law: CataloguedLaw) throws {
    // Nothing attaches without a driving force where that is the solute's.
    guard !law.reads.contains(.solute) else { return }
    let tables = tables(ladder(try #require(law.attachment)))
    var sum = 0.0
    for n in 1..<500 {
      sum += log(tables.attachment[n] * 1e-3 / tables.detachment[n + 1])
      #expect(abs(sum + (energy(n + 1) - energy(1))) <= 1e-11 * energy(500))
    }
  }

  @Test("the equilibrium distribution is stationary", arguments: [0.5, 1, 20])
  func equilibrium(supersaturation: Double) {
    let tables = tables(ladder())
    let solute = 1e-3 * supersaturation
    func amount(_ n: Int) -> Double {
      solute * pow(supersaturation, Double(n - 1)) * exp(-(energy(n) - energy(1)))
    }
    for n in 1..<100 {
      let up = tables.attachment[n] * solute * amount(n)
      let down = tables.detachment[n + 1] * amount(n + 1)
      #expect(abs(up / down - 1) <= 1e-11)
    }
  }

  @Test("zero solubility makes it irreversible")
  func irreversible() {
    let ladder = ladder(solubility: 0)
    #expect(ladder.isIrreversible)
    let tables = tables(ladder)
    #expect(tables.detachment.allSatisfy { $0 == 0 })
    #expect(tables.attachment[9] > 0)
  }

  @Test("linear Gibbs-Thomson is 1 + ΔE/kT")
  func linear() {
    let tables = tables(ladder(gibbsThomson: .linear))
    for n in [1, 30, 499] {
      let expected = tables.attachment[n] * 1e-3 * (1 + energy(n + 1) - energy(n))
      #expect(abs(tables.detachment[n + 1] / expected - 1) <= 1e-12)
    }
    #expect(tables.brokenLinearSize == nil)
  }

  @Test("and is known to break where 1 + ΔE/kT ≤ 0, which the exponential form never does")
  func broken() {
    // ΔE/kT is -1.92 from the monomer to the dimer, and rises above -1 from 8 units on.
    let gamma = -0.10
    let expected = (2...500).filter { 1 + energy($0, gamma) - energy($0 - 1, gamma) <= 0 }
    #expect(expected.first == 2)
    #expect(tables(ladder(gibbsThomson: .linear, surfaceEnergy: gamma)).brokenLinearSize == 2)
    #expect(tables(ladder(surfaceEnergy: gamma)).brokenLinearSize == nil)
    let insoluble = ladder(solubility: 0, gibbsThomson: .linear, surfaceEnergy: gamma)
    #expect(tables(insoluble).brokenLinearSize == nil)
  }

  @Test("temperature slopes agree with central differences to 1e-6")
  func slopes() throws {
    var ladder = ladder(MixedControl.test)
    ladder.solubility = Coefficient(1e-3, at: 500, energy: 6e4)
    var tables = tables(ladder)
    let found = tables.slopes(along: .temperature)
    let slopes = try #require(found)
    let (attachmentSlope, detachmentSlope) = (slopes.attachment, slopes.detachment)
    let step = 1e-3
    var (up, down) = (tables, tables)
    up.refresh(in: Medium(temperature: Self.temperature + step))
    down.refresh(in: Medium(temperature: Self.temperature - step))
    for n in [1, 2, 3, 50, 500] {
      let attachment = (up.attachment[n] - down.attachment[n]) / (2 * step)
      #expect(abs(attachmentSlope[n] / attachment - 1) <= 1e-6)
      guard n > 1 else { continue }
      let detachment = (up.detachment[n] - down.detachment[n]) / (2 * step)
      #expect(abs(detachmentSlope[n] / detachment - 1) <= 1e-6)
    }
  }

  @Test("tables grow without forgetting the temperature's coefficients")
  func growth() {
    var grown = tables(ladder(), to: 40)
    grown.grow(to: 500)
    grown.refresh(in: Medium(temperature: Self.temperature))
    let whole = tables(ladder())
    #expect(grown.attachment == whole.attachment)
    #expect(grown.detachment == whole.detachment)
    #expect(grown.cells.largest == 500)
  }

  @Test("radius and units of a sphere are inverse to each other")
  func radii() {
    let ladder = ladder()
    #expect(abs(ladder.radius(ofUnits: 8) / (2 * ladder.radius(ofUnits: 1)) - 1) <= 1e-14)
    #expect(abs(ladder.units(ofRadius: ladder.radius(ofUnits: 123.4)) / 123.4 - 1) <= 1e-13)
    #expect(abs(ladder.radius(ofUnits: 77) / radius(77) - 1) <= 1e-14)
  }
}

extension DiffusionLimited {
  static var test: Self {
    var law = Self()
    law.diffusivity = Coefficient(1e-9)
    return law
  }
}

extension MixedControl {
  /// Thermal in both constants.
  static var test: Self {
    var law = Self()
    law.surfaceRateConstant = Coefficient(2e-4, at: 500, energy: 5e4)
    law.diffusivity = Coefficient(1e-9, at: 500, energy: 2e4)
    return law
  }
}

extension SurfaceEnergy {
  static func test(_ gamma: Double) -> Self {
    var law = Self()
    law.surfaceEnergy = Coefficient(gamma)
    return law
  }
}
