import Testing

@testable import Materials

/// What the structure tables print: unit volume in Å³, molar volume in cm³/mol, density in g/cm³.
struct PrintedStructure: Sendable, CustomTestStringConvertible {
  let name: String
  let unitVolume: String
  let molarVolume: String
  let massDensity: String

  var testDescription: String { name }
}

@Suite struct `Built-in materials` {
  static let printed = [
    PrintedStructure(
      name: "CdSe", unitVolume: "56.106", molarVolume: "33.788", massDensity: "5.664"),
    PrintedStructure(
      name: "CdSe-wurtzite", unitVolume: "56.130", molarVolume: "33.802", massDensity: "5.662"),
    PrintedStructure(
      name: "CdS", unitVolume: "49.590", molarVolume: "29.864", massDensity: "4.838"),
    PrintedStructure(
      name: "CdS-wurtzite", unitVolume: "49.760", molarVolume: "29.966", massDensity: "4.821"),
    PrintedStructure(
      name: "ZnS", unitVolume: "39.570", molarVolume: "23.830", massDensity: "4.089"),
    PrintedStructure(
      name: "ZnSe", unitVolume: "45.513", molarVolume: "27.409", massDensity: "5.267"),
    PrintedStructure(
      name: "PbS", unitVolume: "52.296", molarVolume: "31.493", massDensity: "7.597"),
    PrintedStructure(
      name: "PbSe", unitVolume: "57.426", molarVolume: "34.583", massDensity: "8.275"),
    PrintedStructure(
      name: "InP", unitVolume: "50.532", molarVolume: "30.431", massDensity: "4.791"),
    PrintedStructure(
      name: "CsPbBr3", unitVolume: "202.68", molarVolume: "122.05", massDensity: "4.751"),
    PrintedStructure(
      name: "CsPbBr3-orthorhombic", unitVolume: "199.16", molarVolume: "119.94",
      massDensity: "4.834"),
    PrintedStructure(
      name: "Au", unitVolume: "16.957", molarVolume: "10.212", massDensity: "19.288"),
    PrintedStructure(
      name: "Ag", unitVolume: "17.046", molarVolume: "10.265", massDensity: "10.508"),
    PrintedStructure(
      name: "Pd", unitVolume: "14.724", molarVolume: "8.867", massDensity: "12.002"),
    PrintedStructure(
      name: "Ir", unitVolume: "14.149", molarVolume: "8.521", massDensity: "22.559"),
  ]

  @Test(arguments: printed)
  func `agree with the structure tables to every printed digit`(row: PrintedStructure) throws {
    let material = try MaterialCatalogue.material(named: row.name)
    #expect(agrees(material.unitVolume * 1e30, with: row.unitVolume))
    #expect(agrees(material.molarVolume * 1e6, with: row.molarVolume))
    #expect(agrees(material.massDensity * 1e-3, with: row.massDensity))
  }

  @Test func `are all in the structure tables, under names of their own`() {
    #expect(Set(MaterialCatalogue.names) == Set(Self.printed.map(\.name)))
    #expect(Set(MaterialCatalogue.names).count == MaterialCatalogue.materials.count)
  }

  @Test func `name a source for every structure and every example`() {
    for material in MaterialCatalogue.materials {
      #expect(!material.latticeSource.isEmpty)
      let sources = [
        material.examples.surfaceEnergy?.source, material.examples.solubility?.source,
        material.examples.diffusivity?.source,
      ]
      #expect(sources.allSatisfy { $0?.isEmpty != true }, "\(material.name)")
    }
  }

  @Test func `have formula masses from atomic weights`() throws {
    let bromide = try MaterialCatalogue.material(named: "CsPbBr3")
    // 132.90545196 + 207.2 + 3 * 79.904 g/mol
    #expect(abs(bromide.formulaMass - 0.579_817_451_96) < 1e-15)
  }

  @Test(arguments: [
    ("cdse", "CdSe"), ("PbTe", "PbSe"), ("CdSe-wurzite", "CdSe-wurtzite"), ("Aux", "Au"),
  ])
  func `are suggested where a name is misspelt`(name: String, nearest: String) {
    #expect(
      throws: MaterialsError.unknownMaterial(
        name, nearest: nearest, known: MaterialCatalogue.names)
    ) { try MaterialCatalogue.material(named: name) }
  }

  @Test func `are listed where nothing is near`() {
    let error = #expect(throws: MaterialsError.self) {
      try MaterialCatalogue.material(named: "molybdenum")
    }
    #expect(
      error?.description.hasPrefix("no material is called \"molybdenum\". Known: CdSe, ") == true)
  }

  /// Within 0.55 of the last digit: the tables round through one digit more than they print,
  /// so that 56.12949 is first 56.1295, then 56.130.
  private func agrees(_ value: Double, with printed: String) -> Bool {
    guard let expected = Double(printed), let point = printed.firstIndex(of: ".") else {
      return false
    }
    let digits = printed.distance(from: point, to: printed.endIndex) - 1
    let lastDigit = (0..<digits).reduce(1.0) { unit, _ in unit / 10 }
    return abs(value - expected) <= 0.55 * lastDigit
  }
}
