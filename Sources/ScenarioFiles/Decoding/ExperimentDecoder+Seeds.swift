import Synthesis
import Units

extension ExperimentDecoder {
  mutating func seeds(of table: TableReading) -> [SeedPopulation] {
    var seeds: [SeedPopulation] = []
    for entry in table.tables("seed") {
      if let seed = seed(entry) { seeds.append(seed) }
    }
    return seeds
  }

  /// Particles with one diameter, a distribution, or a table of counts.
  private mutating func seed(_ table: TableReading) -> SeedPopulation? {
    let said = ["diameter", "distribution", "file"].filter(table.has)
    guard said.count == 1 else {
      reader.error(
        said.isEmpty
          ? "the particles of a [[\(table.spec.name)]] have no size"
          : "the particles have both \"\(said[0])\" and \"\(said[1])\"",
        hint: "give one of diameter, distribution with mean and dispersion, file",
        at: table.place)
      return nil
    }
    guard let distribution = distribution(table), let number = table.quantity("number") else {
      return nil
    }
    return SeedPopulation(number: number, distribution: distribution)
  }

  private mutating func distribution(_ table: TableReading) -> SeedPopulation.Distribution? {
    if let diameter = table.quantity("diameter") { return .single(diameter: diameter) }
    if let file = table.text("file") { return histogram(file, at: table.place("file")) }
    guard let name = table.text("distribution") else { return nil }
    if let shape = RipenedSizes(rawValue: name) { return ripened(shape, table) }
    guard let mean = table.quantity("mean"), let dispersion = table.quantity("dispersion") else {
      for key in ["mean", "dispersion"] where !table.has(key) { lack(key, of: name, table) }
      return nil
    }
    switch name {
    case "lognormal": return .lognormal(mean: mean, dispersion: dispersion)
    case "normal": return .normal(mean: mean, dispersion: dispersion)
    default: return .schulz(mean: mean, dispersion: dispersion)
    }
  }

  /// What ripening tends to knows its own width.
  private mutating func ripened(
    _ shape: RipenedSizes, _ table: TableReading
  ) -> SeedPopulation.Distribution? {
    if table.has("dispersion") {
      reader.error(
        "the \(shape.rawValue) distribution has a dispersion of its own", hint: "leave it out",
        at: table.place("dispersion"))
    }
    guard let mean = table.quantity("mean") else {
      if !table.has("mean") { lack("mean", of: shape.rawValue, table) }
      return nil
    }
    return .ripened(shape, mean: mean)
  }

  private mutating func lack(_ key: String, of name: String, _ table: TableReading) {
    reader.error(
      "the \(name) distribution needs \"\(key)\"",
      hint: key == "mean" ? "for example mean = \"3 nm\"" : "for example dispersion = 0.1",
      at: table.place("distribution"))
  }

  private mutating func histogram(_ file: String, at place: Place) -> SeedPopulation.Distribution? {
    do throws(ScenarioError) {
      return try HistogramFile(try ScenarioText.source(named: file, at: place)).distribution
    } catch {
      reader.add(error.diagnostics)
      return nil
    }
  }
}
