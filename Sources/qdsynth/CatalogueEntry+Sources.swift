import Fitting
import Kinetics
import Laws
import Materials
import Observation
import ScenarioFiles
import Synthesis
import Units

extension CatalogueEntry.Option {
  /// A form of a law, with the names to choose from.
  fileprivate init<Made>(_ form: LawDescription<Made>.Option) {
    self.init(
      name: form.name, options: form.options.filter { $0 != form.given?.option },
      meaning: form.meaning, value: form.fallback, quantity: form.given?.parameter)
  }
}

extension CatalogueEntry {
  /// Everything, in the order in which a scenario names it.
  static var all: [CatalogueEntry] {
    MaterialCatalogue.materials.map { CatalogueEntry($0) }
      + (RoleDescription.recipe + RoleDescription.reactors + RoleDescription.ripened
      + RoleDescription.kinetics + RoleDescription.observation + RoleDescription.fits
      + RoleDescription.batch).map {
        CatalogueEntry($0)
      }
      + [grid, saltelli]
      + LawCatalogue.attachment.map {
        CatalogueEntry($0, in: "[attachment]", beside: attachmentKeys)
      }
      + LawCatalogue.energy.map { CatalogueEntry($0, in: "[[energy]]") }
      + LawCatalogue.nucleation.map { law in
        let hasPartner = law.make(LawSettings()).partnerCount > 0
        return CatalogueEntry(
          law, in: "[nucleation]", beside: (hasPartner ? [partnerKey] : []) + [limitKey])
      }
      + LawCatalogue.coalescence.map {
        CatalogueEntry($0, in: "[coalescence]", beside: [smallestKey])
      }
      + LawCatalogue.uptake.map { CatalogueEntry($0, in: "[[dopant]]", beside: dopantKeys) }
  }

  private static let partnerKey =
    "partner: the species that takes part beside the solute, and is consumed"
  private static let limitKey =
    "dissolves_below: units or diameter below which what shrinks dissolves at once"
  private static let smallestKey =
    "smallest: units of the smallest particle that takes part; the crystal floor"
  private static let dopantKeys = [
    "name: of the dopant, and of the species that it comes from where no feed is named",
    "feed: the species that it comes from and goes back to; it can become no solute",
    "initial: dissolved at the start, of a feed that is no [[species]]",
    "smallest: units of the smallest particle that carries it; the crystal floor",
  ]
  private static let attachmentKeys = [
    "capture_radius: at r_n (particle) or r_n + r_1 (sum)",
    "gibbs_thomson: exponential, or linear for checks",
    "consumes: the species that particles are built from; the solute",
    "releases: molecules that a unit sets free when it attaches, by species",
  ]

  private init(_ role: RoleDescription) {
    self.init(
      table: role.table, name: role.name, summary: role.summary, equation: role.equation,
      assumptions: role.assumptions, source: role.source,
      constants: DescribedKey.all(of: role).map {
        Constant(name: $0.name, unit: $0.unit, meaning: $0.meaning, value: $0.value)
      })
  }

  private init<Made>(
    _ law: LawDescription<Made>, in table: String, beside keys: [String] = []
  ) {
    self.init(
      table: table, name: law.name, summary: law.summary, equation: law.equation,
      assumptions: law.assumptions, source: law.source,
      constants: law.constants.map {
        Constant(
          name: $0.name, unit: $0.dimension.unit,
          meaning: [$0.meaning, $0.remark].compactMap(\.self).joined(separator: "; "),
          value: $0.isCrystalFloor ? nil : $0.fallback)
      },
      options: law.options.map { Option($0) },
      lists: law.lists.map {
        List(
          name: $0.name, unit: $0.dimension.unit,
          meaning: [$0.meaning, $0.remark].compactMap(\.self).joined(separator: "; "))
      },
      base: law.wraps ? "the name of another law of \(table), with that law's own keys" : nil,
      notes: keys.isEmpty ? [] : ["Beside it in \(table):"] + keys.map { "  " + $0 })
  }

  private init(_ material: Material) {
    self.init(
      table: "[material]", name: material.name,
      summary: "\(material.polymorph); structure measured, kinetic values are examples.",
      equation: "v_m = V_cell / Z",
      assumptions: "Bulk lattice at room temperature, whatever the size of the crystal.",
      source: material.latticeSource, constants: Self.constants(of: material))
  }

  private static func constants(of material: Material) -> [Constant] {
    var constants = [
      Constant(
        name: "volume_per_unit", unit: "m^3", meaning: "volume of a formula unit",
        value: material.unitVolume),
      Constant(
        name: "molar_volume", unit: "m^3/mol", meaning: "volume of a mole of formula units",
        value: material.molarVolume),
      Constant(
        name: "density", unit: "kg/m^3", meaning: "mass density of the bulk crystal",
        value: material.massDensity),
    ]
    let examples = material.examples
    if let value = examples.surfaceEnergy {
      constants.append(example("surface_energy", "J/m^2", value.value, value))
    }
    if let value = examples.diffusivity {
      constants.append(example("diffusivity", "m^2/s", value.value, value))
    }
    if let solubility = examples.solubility {
      constants.append(
        Constant(
          name: "solubility", unit: "mol/m^3",
          meaning: "EXAMPLE at \(solubility.temperature) K, "
            + "\(solubility.confidence.rawValue) confidence: \(solubility.source)",
          value: solubility.value))
    }
    return constants
  }

  private static func example(
    _ name: String, _ unit: String, _ number: Double, _ value: ExampleValue
  ) -> Constant {
    Constant(
      name: name, unit: unit,
      meaning: "EXAMPLE, \(value.confidence.rawValue) confidence: \(value.source)", value: number)
  }
}
