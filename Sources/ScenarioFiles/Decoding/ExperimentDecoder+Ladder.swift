import Kinetics
import Laws
import Units

extension ExperimentDecoder {
  /// Attachment, energies and solid.
  mutating func ladder() -> Ladder? {
    checkTop()
    guard !namesUnknownMaterial, let material = root.table("material"),
      let table = root.table("attachment"),
      let attachment = law(of: LawCatalogue.attachment, table)
    else { return nil }
    checkBase(of: attachment, table)
    let surface = surface(material)
    let volume = volumePerUnit(material)
    let solubility = needed("solubility", in: material)
    guard let surface, let volume, let solubility else { return nil }
    var ladder = Ladder(
      attachment: attachment, energies: [surface], solubility: solubility,
      volumePerUnit: volume,
      captureRadius: Ladder.CaptureRadius(rawValue: table.text("capture_radius") ?? "")
        ?? .particle,
      gibbsThomson: Ladder.GibbsThomson(rawValue: table.text("gibbs_thomson") ?? "")
        ?? .exponential)
    let floor = crystalFloor(ladder)
    for energy in root.tables("energy") {
      if let law = law(of: LawCatalogue.energy, energy, crystalFloor: floor) {
        ladder.energies.append(law)
      }
    }
    return ladder
  }

  /// What ligands block must be there.
  private mutating func checkBase(of law: any AttachmentLaw, _ table: TableReading) {
    guard let base = (law as? LigandGated)?.base, !base.hasSurfaceStep else { return }
    reader.error(
      "the law \"\(type(of: base).name)\" has no rate constant of the surface that ligands could lower",
      hint: "\"mixed\" has one beside diffusion", at: table.place("base"))
  }

  private mutating func surface(_ material: TableReading) -> (any ParticleEnergy)? {
    guard let law = ScenarioTables.surfaceLaw else { return nil }
    var constants: [String: Coefficient] = [:]
    for constant in law.constants {
      guard let value = needed(constant.name, in: material) else { return nil }
      constants[constant.name] = value
    }
    return law.make(constants)
  }

  /// A value that the scenario or a built-in material gives.
  private mutating func needed(_ key: String, in material: TableReading) -> Coefficient? {
    if let value = material.coefficient(key) { return value }
    let spec = material.spec.keys.first { $0.name == key }
    reader.error(
      "[material] needs \"\(key)\"", hint: spec.map { ScenarioReader.advice($0) },
      at: material.place)
    return nil
  }

  private mutating func volumePerUnit(_ material: TableReading) -> Double? {
    let (perUnit, molar) = (material.quantity("volume_per_unit"), material.quantity("molar_volume"))
    if perUnit != nil, molar != nil {
      reader.error(
        "the volume of a unit is given twice", hint: "leave one of them out",
        at: material.place("molar_volume"))
      return nil
    }
    if let volume = perUnit ?? molar.map({ $0 / PhysicalConstants.avogadro }) { return volume }
    reader.error(
      "[material] needs \"volume_per_unit\"",
      hint: "for example volume_per_unit = \"0.056 nm^3\", or the name of a built-in material",
      at: material.place)
    return nil
  }
}
