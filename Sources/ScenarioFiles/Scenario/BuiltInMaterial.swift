import Materials
import Units

/// What the program knows of a material, as the keys of `[material]`.
struct BuiltInMaterial {
  let material: Material

  /// The built-in material of that name, if there is one.
  init?(named name: String) {
    guard Self.names.contains(name),
      let material = try? MaterialCatalogue.material(named: name)
    else { return nil }
    self.material = material
  }

  static var names: [String] { MaterialCatalogue.names }

  /// The values that hold where `[material]` is silent.
  func supply(_ table: inout Table) {
    for entry in entries where table[entry.key] == nil {
      if entry.key == "volume_per_unit", table["molar_volume"] != nil { continue }
      table.set(entry.key, at: entry.keyPlace, to: entry.node)
    }
  }

  private var entries: [Table.Entry] {
    let source = Source(.material, name: "built-in material \(material.name)")
    let place = Place(source)
    func entry(_ key: String, _ value: Node.Value) -> Table.Entry {
      Table.Entry(key: key, keyPlace: place, node: Node(value, at: place))
    }
    func quantity(_ value: Double, _ dimension: Dimension) -> Node.Value {
      .string("\(value) \(dimension.unit)")
    }
    var entries = [
      entry("formula", .string(material.formula)),
      entry("volume_per_unit", quantity(material.unitVolume, .volumePerUnit)),
    ]
    if let surface = material.examples.surfaceEnergy {
      entries.append(entry("surface_energy", quantity(surface.value, .surfaceEnergy)))
    }
    if let solubility = material.examples.solubility {
      var table = Table()
      let parts: [(String, Node.Value)] = [
        ("value", quantity(solubility.value, .concentration)),
        ("at", quantity(solubility.temperature, .temperature)),
        ("enthalpy", quantity(solubility.enthalpy, .energyPerAmount)),
      ]
      for (key, value) in parts { table.set(key, at: place, to: Node(value, at: place)) }
      entries.append(entry("solubility", .table(table)))
    }
    return entries
  }

  /// Effective values that a scenario takes from here are examples, and that is said.
  func caution(about reading: TableReading, in reader: inout ScenarioReader) {
    let examples: [(key: String, confidence: String, source: String)?] = [
      material.examples.surfaceEnergy.map {
        ("surface_energy", $0.confidence.rawValue, $0.source)
      },
      material.examples.solubility.map { ("solubility", $0.confidence.rawValue, $0.source) },
    ]
    for example in examples.compactMap(\.self) {
      guard let value = reading[example.key], value.place.source.kind == .material else { continue }
      reader.warning(
        "\(example.key) of \(material.name) is an example with \(example.confidence) confidence, "
          + "not a measurement: \(value.node.literal)",
        hint: example.source, at: reading.place("name"))
    }
  }
}
