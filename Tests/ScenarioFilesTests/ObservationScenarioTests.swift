import Materials
import Observation
import ScenarioFiles
import Testing

@Suite struct `Observation in a scenario` {
  private let saxs = """
    [saxs]
    q = { from = "0.01 1/angstrom", to = "0.6 1/angstrom", count = 5 }
    photon_energy = "12 keV"
    solvent = "1-octadecene"
    """

  private func scenario(_ tables: String) throws(ScenarioError) -> Scenario {
    try Scenario.parse(
      """
      schema = 1
      [run]
      duration = "1 min"
      [material]
      name = "CdSe"
      [flask]
      volume = "10 mL"
      temperature = "240 degC"
      [[species]]
      name = "TOPSe"
      initial = "20 mmol/L"
      units = 1
      [[reaction]]
      equation = "TOPSe -> solute"
      rate_constant = "0.05 1/s"
      [attachment]
      law = "surface-limited"
      surface_rate_constant = "5e-4 m/s"

      """ + tables)
  }

  @Test func `reads scattering with its contrast from the atoms`() throws {
    let plan = try #require(try scenario(saxs).observation?.scattering)
    #expect(plan.q.count == 5 && abs(plan.q[0] / 1e8 - 1) < 1e-12 && plan.noise == nil)
    let sphere = try #require(plan.form as? Sphere)
    // CdSe less octadecene, in 1e-6 Å⁻², from the tables of both.
    #expect(abs(sphere.contrast.real * 1e-14 / (40.4 - 7.64) - 1) < 0.03)
  }

  @Test func `reads shells, structure, noise, spectra and micrographs`() throws {
    let plan = try #require(
      try scenario(
        saxs + """

          counts = 1e4
          background = "1e-3 1/cm"
          [saxs.ligand_shell]
          formula = "C18H33O2"
          density = "0.89 g/cm^3"
          thickness = "1.5 nm"
          [saxs.structure]
          mixing = "local-monodisperse"
          [[saxs.cluster]]
          species = "TOPSe"
          radius_of_gyration = "0.4 nm"
          excess_electrons = 60
          [optics]
          wavelengths = { from = "350 nm", to = "700 nm", count = 36 }
          [tem]
          """
      ).observation)
    let scattering = try #require(plan.scattering)
    #expect(scattering.form.overhang == 1.5e-9 && scattering.crowding?.shell == 1.5e-9)
    #expect(scattering.noise?.counts == 100 && scattering.background == 0.1)
    #expect(scattering.clusters.map(\.species) == ["TOPSe"])
    #expect(plan.optics?.model.curve.name == "CdSe-jasieniak-2009")
    #expect(plan.microscopy?.count == 300)
  }

  @Test(arguments: [
    ("solvent = \"1-octadecene\"", "solvent = \"octadecene\"", "no solvent is called"),
    ("12 keV", "500 eV", "outside the tables"),
    ("12 keV", "12", "has no unit"),
    ("photon_energy", "x-energy", "needs \"photon_energy\""),
    ("0.6 1/angstrom", "0.006 1/angstrom", "ends at or below its start"),
    ("count = 5 }", "count = 5 }\nform = \"superball\"", "needs its exponent"),
    ("count = 5 }", "count = 5 }\nexponent = 2", "only a superball"),
    ("solvent = \"1-octadecene\"", "solvent = { formula = \"U\", density = \"1 g/cm^3\" }", "U"),
  ])
  func `that is wrong is refused where it stands`(find: String, replace: String, says: String) {
    let error = #expect(throws: ScenarioError.self) {
      try scenario(saxs.replacing(find, with: replace))
    }
    #expect("\(String(describing: error))".contains(says))
  }
}
