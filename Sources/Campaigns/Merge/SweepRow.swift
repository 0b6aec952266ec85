/// One row of the table of a campaign: a run, what it set, and what came out.
public struct SweepRow: Sendable {
  public let index: Int
  public let identity: PointIdentity
  public let replicate: Int
  public let seed: UInt64
  public let status: RunStatus
  /// As the scenario would have them, in the order of the swept paths.
  public let settings: [String]
  /// In the order of the table's final columns; nothing where there is no such value.
  public let finals: [Double?]
  public let reason: String?
  /// What a retry has changed in the scenario for this run.
  public let changes: [Override]

  var changesText: String { changes.map(\.description).joined(separator: "; ") }
}
