import Materials
import Observation
import Testing

@Suite struct `Contrast` {
  /// Real parts at 8.05 keV in 1e-6 Å⁻², as tabulated for the materials independently of this program.
  @Test(arguments: [
    ("CdSe", 40.87), ("CdS", 36.65), ("ZnS", 31.89), ("ZnSe", 38.17), ("PbS", 50.98),
    ("PbSe", 54.70), ("InP", 35.94), ("Au", 124.61), ("Ag", 77.99),
  ])
  func `of a material follows from its atoms`(name: String, expected: Double) throws {
    let material = try MaterialCatalogue.material(named: name)
    let solid = try Substance(
      ChemicalFormula(material.formula), volumePerUnit: material.unitVolume)
    let found = try solid.scattering(at: 8050).real * 1e-14
    #expect(abs(found / expected - 1) < 2e-3)
  }

  @Test func `of atoms or photons that are not tabulated is refused`() throws {
    #expect(throws: ObservationError.self) {
      _ = try Substance(ChemicalFormula("UO2"), density: 1)
    }
    let water = try Substance(ChemicalFormula("H2O"), density: 997)
    #expect(throws: ObservationError.energyOutOfRange(500, ScatteringFactors.range)) {
      _ = try water.scattering(at: 500)
    }
  }

  @Test func `of every solvent is known`() throws {
    for solvent in Solvent.all {
      let liquid = try Substance(ChemicalFormula(solvent.formula), density: solvent.density)
      let density = try liquid.scattering(at: 12_000).real * 1e-14
      #expect((5...12).contains(density), "\(solvent.name)")
    }
  }
}
