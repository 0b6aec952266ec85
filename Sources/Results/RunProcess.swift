/// How a result came to be: enough to trace every number, and to run it again.
public struct RunProcess: Sendable, Equatable {
  /// A name and what it stands for.
  public struct Entry: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The scenario file, character by character.
  public var scenario: String
  /// The scenario with every default in place.
  public var resolvedScenario: String
  /// `path=value` as given on the command line.
  public var overrides: [String]
  public var seed: UInt64
  /// Units from which on a particle counts as a crystal.
  public var crystalFloor: Int
  /// Every physics option in force, chosen or by default.
  public var options: [Entry]
  /// The program and its libraries.
  public var versions: [Entry]
  /// The files read, each with its SHA-256.
  public var inputs: [Entry]
  /// The `[provenance]` table of the scenario, verbatim.
  public var provenance: String
  /// When the file was made, ISO 8601.
  public var fileTime: String

  public init(
    scenario: String, resolvedScenario: String, overrides: [String] = [], seed: UInt64 = 1,
    crystalFloor: Int, options: [Entry] = [], versions: [Entry] = [], inputs: [Entry] = [],
    provenance: String = "", fileTime: String
  ) {
    self.scenario = scenario
    self.resolvedScenario = resolvedScenario
    self.overrides = overrides
    self.seed = seed
    self.crystalFloor = crystalFloor
    self.options = options
    self.versions = versions
    self.inputs = inputs
    self.provenance = provenance
    self.fileTime = fileTime
  }
}
