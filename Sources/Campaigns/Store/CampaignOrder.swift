/// How many workers a campaign is cut into chunks for.
public enum ChunkShare: Sendable {
  /// Those of one computer.
  case few
  /// Those of a cluster.
  case many
}

/// What somebody asks a campaign to do.
public struct CampaignOrder: Sendable {
  public var design: Design
  /// The scenario as it was written, which the results carry.
  public var scenarioText: String
  /// The same with everything it includes and every default, which is what must not change.
  public var resolvedText: String
  /// The same in one text that workers can read anywhere, and the files that it names.
  public var keptText: String
  public var inputs: [CampaignInput] = []
  /// Name and version of the program.
  public var creator: String
  public var share = ChunkShare.few
  /// Runs in a shard; by itself what suits their number.
  public var chunkSize: Int?

  public init(
    design: Design, scenarioText: String, resolvedText: String, keptText: String, creator: String
  ) {
    self.design = design
    self.scenarioText = scenarioText
    self.resolvedText = resolvedText
    self.keptText = keptText
    self.creator = creator
  }
}
