public import Observation
public import Synthesis

/// A scenario file, read: what to simulate, and where every value came from.
public struct Scenario: Sendable {
  public let experiment: Experiment
  /// What is to be observed of the run, where anything is.
  public let observation: ObservationPlan?
  /// The design of `[sweep]`, where there is one.
  public private(set) var sweep: SweepPlan?
  /// What `[fit]` looks for, where there is one.
  public let fit: FitPlan?
  /// What is not wrong and yet worth saying.
  public let warnings: [ScenarioDiagnostic]
  /// Every file that was read, the scenario itself first.
  public let files: [ScenarioFile]

  let document: ScenarioDocument
  let root: TableReading
  /// What is known from the scenario of which this is a point.
  let known: KnownReadings?
  /// What the text of the experiment says of each table.
  private var parts: [String: String] = [:]

  /// Reads tables into a scenario, or tells all that is wrong with them.
  init(_ document: ScenarioDocument, known: KnownReadings? = nil) throws(ScenarioError) {
    let (scenario, diagnostics) = Self.read(document, known)
    guard let scenario else { throw .bad(diagnostics.filter { $0.severity == .error }) }
    self = scenario
  }

  private init(
    _ experiment: Experiment, _ observation: ObservationPlan?, _ sweep: SweepPlan?,
    _ fit: FitPlan?, _ document: ScenarioDocument, _ root: TableReading,
    _ known: KnownReadings?, _ diagnostics: [ScenarioDiagnostic]
  ) {
    self.experiment = experiment
    self.observation = observation
    self.sweep = sweep
    self.fit = fit
    self.document = document
    self.root = root
    self.known = known
    warnings = diagnostics
    files = document.sources.map { ScenarioFile(path: $0.name, text: $0.text) }
  }

  private static func read(_ document: ScenarioDocument, _ known: KnownReadings?) -> (
    Scenario?, [ScenarioDiagnostic]
  ) {
    var table = document.table
    let builtIn = supplyMaterial(&table)
    FormulaUnits.supply(&table)
    var reader = ScenarioReader()
    let first = Place(document.sources[0], line: 1, column: 1)
    let root = reader.table(
      table, at: first, as: ScenarioTables.root, path: "", known: known)
    let knowsMaterial = checkMaterial(root, builtIn, &reader)
    var decoder = ExperimentDecoder(
      reader: reader, root: root, namesUnknownMaterial: !knowsMaterial)
    let experiment = decoder.experiment()
    let observation = experiment.flatMap { decoder.observation(of: $0) }
    let (sweep, fit) = (decoder.sweep(), decoder.fit())
    guard let experiment, !decoder.reader.hasErrors else {
      return (nil, decoder.reader.diagnostics)
    }
    let diagnostics = decoder.reader.diagnostics
    return (
      Scenario(experiment, observation, sweep, fit, document, root, known, diagnostics),
      diagnostics
    )
  }

  /// Puts what a built-in material says under what the scenario says.
  private static func supplyMaterial(_ table: inout Table) -> BuiltInMaterial? {
    guard let entry = table.entry("material"), case .table(var own) = entry.node.value,
      case .string(let name)? = own["name"]?.value, let builtIn = BuiltInMaterial(named: name)
    else { return nil }
    builtIn.supply(&own)
    table.set("material", at: entry.keyPlace, to: Node(.table(own), at: entry.node.place))
    return builtIn
  }

  /// Whether the material is built-in or described by the scenario alone.
  private static func checkMaterial(
    _ root: TableReading, _ builtIn: BuiltInMaterial?, _ reader: inout ScenarioReader
  ) -> Bool {
    guard let material = root.table("material") else { return true }
    if let builtIn {
      builtIn.caution(about: material, in: &reader)
      return true
    }
    guard let name = material.text("name"), !material.has("volume_per_unit"),
      !material.has("molar_volume")
    else { return true }
    reader.error(
      "no built-in material is called \"\(name)\"",
      hint: ScenarioReader.nearest(name, BuiltInMaterial.names)
        + " A material of your own needs volume_per_unit, surface_energy and solubility.",
      at: material.place("name"))
    return false
  }
}

extension Scenario {
  /// The scenario at a path, with values put in the place of others.
  public static func load(_ path: String, overrides: [ScenarioOverride] = [])
    throws(ScenarioError) -> Scenario
  {
    try load(try ScenarioDocument(path: path), overrides)
  }

  /// A scenario of a text that is in no file; its name stands in messages.
  public static func parse(
    _ text: String, name: String = "scenario.toml", overrides: [ScenarioOverride] = []
  ) throws(ScenarioError) -> Scenario {
    try load(try ScenarioDocument(Source(.file, name: name, text: text)), overrides)
  }

  private static func load(_ document: ScenarioDocument, _ overrides: [ScenarioOverride])
    throws(ScenarioError) -> Scenario
  {
    var scenario = try Scenario(try document.with(overrides))
    let faults = scenario.sweepFaults() + scenario.fitFaults()
    guard faults.isEmpty else { throw .bad(faults) }
    let points = try scenario.pointList()
    scenario.sweep?.list = points
    return scenario
  }

  /// The same scenario with other values: a point of a sweep, in a fraction of a millisecond.
  public func with(_ overrides: [ScenarioOverride]) throws(ScenarioError) -> Scenario {
    try Scenario(
      try document.with(overrides), known: KnownReadings(of: root, parts: parts, under: overrides))
  }

  /// The same experiment without `[fit]` and `[sweep]`, as one that runs many times need not read them.
  public func ofOneRun() throws(ScenarioError) -> Scenario {
    var bare = document
    bare.table.remove("fit")
    bare.table.remove("sweep")
    var scenario = try Scenario(bare)
    scenario.parts = ResolvedText.parts(of: scenario.root)
    return scenario
  }
}

extension ScenarioDocument {
  /// The tables with values put in the place of others.
  func with(_ overrides: [ScenarioOverride]) throws(ScenarioError) -> ScenarioDocument {
    var document = self
    var faults: [ScenarioDiagnostic] = []
    for override in overrides {
      do throws(ScenarioError) {
        try document.table.apply(override)
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw .bad(faults) }
    return document
  }
}
