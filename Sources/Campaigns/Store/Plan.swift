import Results

/// What a campaign is: written once, before the first point, and never changed.
public struct Plan: Sendable, Equatable, Codable {
  public static let format = "qdsynth-sweep"
  public static let formatVersion = 1

  public let format: String
  public let formatVersion: Int
  public let creator: String
  public let design: Design
  /// Of the scenario as it was written, and of the same resolved.
  public let scenarioSHA256: String
  public let resolvedSHA256: String
  public let points: Int
  /// Points times replicates.
  public let runs: Int
  public let chunkSize: Int
  /// Of the file of identities, one line a point.
  public let identitiesSHA256: String

  private enum CodingKeys: String, CodingKey {
    case format
    case formatVersion = "format_version"
    case creator
    case design
    case scenarioSHA256 = "scenario_sha256"
    case resolvedSHA256 = "resolved_sha256"
    case points
    case runs
    case chunkSize = "chunk_size"
    case identitiesSHA256 = "identities_sha256"
  }

  init(
    _ order: CampaignOrder, points: Int, chunkSize: Int, identitiesSHA256: String
  ) {
    format = Self.format
    formatVersion = Self.formatVersion
    creator = order.creator
    design = order.design
    scenarioSHA256 = SHA256.digits(of: order.scenarioText)
    resolvedSHA256 = SHA256.digits(of: order.resolvedText)
    self.points = points
    runs = points * order.design.replicates
    self.chunkSize = chunkSize
    self.identitiesSHA256 = identitiesSHA256
  }

  public var chunkCount: Int { (runs + chunkSize - 1) / chunkSize }

  func runs(ofChunk chunk: Int) -> Range<Int> {
    chunk * chunkSize..<min((chunk + 1) * chunkSize, runs)
  }

  /// Runs in a chunk: tens of chunks for thousands of runs, and never so many runs in one that
  /// holding their results would take memory worth a thought.
  static func chunkSize(forRuns runs: Int) -> Int {
    min(max((runs + chunksWished - 1) / chunksWished, 1), largestChunk)
  }

  private static let chunksWished = 64
  static let largestChunk = 256
}

/// What somebody asks a campaign to do.
public struct CampaignOrder: Sendable {
  public var design: Design
  /// The scenario as it was written, which the results carry.
  public var scenarioText: String
  /// The same with everything it includes and every default, which is what must not change.
  public var resolvedText: String
  /// Name and version of the program.
  public var creator: String
  /// Runs in a shard; by itself what suits their number.
  public var chunkSize: Int?

  public init(design: Design, scenarioText: String, resolvedText: String, creator: String) {
    self.design = design
    self.scenarioText = scenarioText
    self.resolvedText = resolvedText
    self.creator = creator
  }
}
