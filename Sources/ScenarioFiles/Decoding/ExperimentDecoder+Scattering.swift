import Kinetics
import Materials
import Observation
import RealModule
import Synthesis
import Units

extension ExperimentDecoder {
  /// What is to be observed of the experiment; nil where a scenario asks for nothing or wrongly.
  mutating func observation(of experiment: Experiment) -> ObservationPlan? {
    let plan = ObservationPlan(
      scattering: scattering(of: experiment), optics: optics(), microscopy: microscopy())
    let isEmpty = plan.scattering == nil && plan.optics == nil && plan.microscopy == nil
    return isEmpty ? nil : plan
  }

  private mutating func scattering(of experiment: Experiment) -> ScatteringPlan? {
    guard let table = root.table("saxs"), !table.isFaulty, let q = wavenumbers(table),
      let form = form(table, of: experiment)
    else { return nil }
    let resolution = table.table("resolution")
    return ScatteringPlan(
      form: form, q: q,
      resolution: (resolution?.quantity("width") ?? 0, resolution?.number("relative") ?? 0),
      crowding: table.table("structure").map { structure in
        Crowding(
          mixing: HardSpheres.Mixing(rawValue: structure.text("mixing") ?? "") ?? .decoupling,
          shell: structure.quantity("shell") ?? form.overhang,
          volumeFraction: structure.quantity("volume_fraction"))
      },
      clusters: clusters(table, of: experiment),
      background: table.quantity("background") ?? 0,
      // Counts are per intensity of 1/cm, which is a hundred per metre.
      noise: table.number("counts").map { CountingNoise(counts: $0 / 100) })
  }

  private mutating func wavenumbers(_ table: TableReading) -> [Double]? {
    if let list = table.list("q") {
      let values = list.compactMap { item -> Double? in
        if case .quantity(let value, _) = item.content { value } else { nil }
      }
      if let place = values.indices.dropFirst().first(where: { values[$0] <= values[$0 - 1] }) {
        reader.error(
          "wavenumbers rise from one to the next", hint: "sort them, each once",
          at: list[place].place)
      } else if values.isEmpty {
        reader.error("no wavenumber is given", at: table.place("q"))
      }
      return values
    }
    guard let range = table.table("q"), let from = range.quantity("from"),
      let to = range.quantity("to"), let count = range.integer("count")
    else { return nil }
    guard to > from else {
      reader.error(
        "the range of q ends at or below its start", hint: "swap from and to",
        at: range.place("to"))
      return nil
    }
    let isLog = range.text("spacing") != "linear"
    return (0..<count).map { place in
      let share = Double(place) / Double(count - 1)
      return isLog ? from * .pow(to / from, share) : from + share * (to - from)
    }
  }

  // MARK: - Form and contrast

  private mutating func form(
    _ table: TableReading, of experiment: Experiment
  ) -> (any FormFactor)? {
    let form = SaxsForm(rawValue: table.text("form") ?? "") ?? .sphere
    if form != .superball, table.has("exponent") {
      reader.error(
        "only a superball has an exponent", hint: "leave it out, or take form = \"superball\"",
        at: table.place("exponent"))
    }
    guard let contrasts = contrasts(table, of: experiment) else { return nil }
    if let shell = contrasts.shell {
      guard form == .sphere else {
        reader.error(
          "a ligand shell goes around a sphere", hint: "take form = \"sphere\"",
          at: table.place("ligand_shell"))
        return nil
      }
      return LayeredSphere(core: contrasts.core, layers: [shell])
    }
    switch form {
    case .sphere: return Sphere(contrast: contrasts.core)
    case .cube: return Cube(contrast: contrasts.core)
    case .superball:
      guard let exponent = table.number("exponent") else {
        reader.error(
          "a superball needs its exponent", hint: "for example exponent = 2",
          at: table.place("form"))
        return nil
      }
      return Superball(contrast: contrasts.core, exponent: exponent)
    }
  }

  private mutating func contrasts(
    _ table: TableReading, of experiment: Experiment
  ) -> (core: ScatteringLengthDensity, shell: LayeredSphere.Layer?)? {
    let shell = table.table("ligand_shell")
    let given = table.quantity("contrast").map { ScatteringLengthDensity($0) }
    if let given, shell == nil { return (given, nil) }
    guard let energy = table.quantity("photon_energy"), let solvent = solvent(table) else {
      let missing = table.has("photon_energy") ? "solvent" : "photon_energy"
      // A solvent that was refused is told already.
      if !table.has("solvent") || !table.has("photon_energy") {
        reader.error(
          "[saxs] needs \"\(missing)\" to know what scatters",
          hint: missing == "solvent"
            ? "for example solvent = \"1-octadecene\"; or give contrast"
            : "for example photon_energy = \"12 keV\"; or give contrast", at: table.place)
      }
      return nil
    }
    let electronvolts = energy / 1.602_176_634e-19
    guard let around = density(of: solvent, electronvolts, at: table.place("photon_energy")) else {
      return nil
    }
    var core = given
    if core == nil {
      guard let solid = solid(table, of: experiment),
        let inside = density(of: solid, electronvolts, at: table.place("photon_energy"))
      else { return nil }
      core = inside - around
    }
    guard let core else { return nil }
    guard let shell else { return (core, nil) }
    guard let text = shell.text("formula"), let density = shell.quantity("density"),
      let thickness = shell.quantity("thickness"),
      let ligand = substance(text, density: density, at: shell.place("formula")),
      let organic = self.density(of: ligand, electronvolts, at: table.place("photon_energy"))
    else { return nil }
    let share = 1 - (shell.quantity("solvent_share") ?? 0)
    return (
      core, LayeredSphere.Layer(thickness: thickness, contrast: share * (organic - around))
    )
  }

  private mutating func density(
    of substance: Substance, _ electronvolts: Double, at place: Place
  ) -> ScatteringLengthDensity? {
    do throws(ObservationError) {
      return try substance.scattering(at: electronvolts)
    } catch {
      reader.error(error.description, hint: ScatteringFactors.source, at: place)
      return nil
    }
  }

  private mutating func solid(_ table: TableReading, of experiment: Experiment) -> Substance? {
    guard let material = root.table("material"), let text = material.text("formula") else {
      reader.error(
        "the contrast follows from the atoms of the solid, and its formula is not known",
        hint: "give material.formula, or saxs.contrast", at: table.place)
      return nil
    }
    let place = material.place("formula")
    guard let whole = substance(text, density: 1, at: place) else { return nil }
    return try? Substance(whole.formula, volumePerUnit: experiment.ladder.volumePerUnit)
  }

  private mutating func solvent(_ table: TableReading) -> Substance? {
    if let own = table.table("solvent") {
      guard let text = own.text("formula"), let density = own.quantity("density") else {
        return nil
      }
      return substance(text, density: density, at: own.place("formula"))
    }
    guard let name = table.text("solvent") else { return nil }
    guard let known = Solvent.named(name) else {
      reader.error(
        "no solvent is called \"\(name)\"",
        hint: NearestName.advice(on: name, among: Solvent.all.map(\.name))
          + "; or give { formula, density }", at: table.place("solvent"))
      return nil
    }
    return substance(known.formula, density: known.density, at: table.place("solvent"))
  }

  private mutating func substance(_ text: String, density: Double, at place: Place) -> Substance? {
    do throws(ChemicalFormula.Fault) {
      let formula = try ChemicalFormula(text)
      do throws(ObservationError) {
        return try Substance(formula, density: density)
      } catch {
        reader.error(error.description, hint: "give saxs.contrast", at: place)
      }
    } catch {
      reader.error(error.message, at: place.inside(text, from: error.offset, length: error.length))
    }
    return nil
  }

  private mutating func clusters(
    _ table: TableReading, of experiment: Experiment
  ) -> [PrecursorClusters] {
    let names = experiment.network.species.map(\.name)
    return table.tables("cluster").compactMap { cluster in
      guard let species = cluster.text("species"),
        let radius = cluster.quantity("radius_of_gyration"),
        let electrons = cluster.number("excess_electrons")
      else { return nil }
      guard names.contains(species) else {
        reader.error(
          "no species is called \"\(species)\"", hint: ScenarioReader.nearest(species, names),
          at: cluster.place("species"))
        return nil
      }
      return PrecursorClusters(
        species: species, radiusOfGyration: radius, excessElectrons: electrons)
    }
  }
}
