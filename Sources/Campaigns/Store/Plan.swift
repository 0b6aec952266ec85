import Results

/// What a campaign is: written once, before the first point, and never changed.
public struct Plan: Sendable, Equatable, Codable {
  public static let format = "qdsynth-sweep"
  public static let formatVersion = 2

  public let format: String
  public let formatVersion: Int
  public let creator: String
  public let design: Design
  /// Of the scenario as it was written, and of the same resolved.
  public let scenarioSHA256: String
  public let resolvedSHA256: String
  /// Of the scenario as the folder keeps it, which is what workers read, and of the files it names.
  public let keptSHA256: String
  public let inputs: [PlannedInput]
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
    case keptSHA256 = "kept_sha256"
    case inputs
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
    keptSHA256 = SHA256.digits(of: order.keptText)
    inputs = order.inputs.map(PlannedInput.init)
    self.points = points
    runs = points * order.design.replicates
    self.chunkSize = chunkSize
    self.identitiesSHA256 = identitiesSHA256
  }

  public var chunkCount: Int { (runs + chunkSize - 1) / chunkSize }

  func runs(ofChunk chunk: Int) -> Range<Int> {
    chunk * chunkSize..<min((chunk + 1) * chunkSize, runs)
  }

  /// Runs in a chunk: tens of chunks for thousands of runs, and hundreds for any number.
  ///
  /// A chunk is a file and what one worker takes at a time, so many are shared by many workers.
  static func chunkSize(forRuns runs: Int, sharedBy many: ChunkShare) -> Int {
    let few = (runs + chunksOfFew - 1) / chunksOfFew
    guard many == .many || few > largestOfFew else { return max(few, 1) }
    return max((runs + chunksOfMany - 1) / chunksOfMany, 1)
  }

  private static let chunksOfFew = 64
  private static let largestOfFew = 256
  private static let chunksOfMany = 400
}
