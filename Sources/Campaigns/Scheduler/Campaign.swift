import Foundation
import Results

/// A planned campaign in its folder, held by this process alone.
///
///     var campaign = try Campaign(order, in: "sweep-lead", entry: .fresh, by: runner, ...)
///     let tally = try campaign.run(jobs: 2)
///     try campaign.merge()
public struct Campaign<Runner: PointRunner>: ~Copyable {
  public let directory: CampaignDirectory
  public let plan: Plan
  public let points: DesignedPoints

  let runner: Runner
  let planDigest: String
  private let lock: SystemFile

  /// How a campaign may enter its folder.
  public enum Entry: Sendable {
    /// There must be no campaign there yet.
    case fresh
    /// What is there is continued; where nothing is, it begins.
    case resuming
  }

  /// Enters the folder: plans the campaign, or finds the same one there.
  public init(
    _ order: CampaignOrder, in directory: CampaignDirectory, entry: Entry, by runner: Runner,
    units: some QuantityConverter, jobs: Int = 1, cancellation: Cancellation = Cancellation()
  ) throws(CampaignError) {
    let points = try DesignedPoints(order.design, units)
    let planning = Planning(
      points: points, runner: runner, jobs: jobs, cancellation: cancellation)
    if entry == .fresh && directory.holdsPlan {
      throw .alreadyStarted(directory: directory.path)
    }
    if !directory.holdsPlan { _ = try planning.identities(of: 0..<1) }
    try SystemFile.makeDirectory(directory.path)
    let lock = try SystemFile(directory.lock, .locking)
    guard try lock.lock() else { throw .inUse(directory: directory.path) }
    let plan = try Self.plan(order, planning, in: directory, entry)
    let planDigest = SHA256.digits(of: try SystemFile.contents(of: directory.plan))
    self.directory = directory
    self.plan = plan
    self.planDigest = planDigest
    self.points = points
    self.runner = runner
    self.lock = lock
  }

  private static func plan(
    _ order: CampaignOrder, _ planning: Planning<Runner>, in directory: CampaignDirectory,
    _ entry: Entry
  ) throws(CampaignError) -> Plan {
    guard directory.holdsPlan else { return try write(order, planning, in: directory) }
    guard entry == .resuming else { throw .alreadyStarted(directory: directory.path) }
    return try recognise(order, in: directory)
  }

  private static func write(
    _ order: CampaignOrder, _ planning: Planning<Runner>, in directory: CampaignDirectory
  ) throws(CampaignError) -> Plan {
    try SystemFile.makeDirectory(directory.shards)
    let digest = try planning.writeIdentities(to: directory.identities)
    try directory.write(order.scenarioText, to: directory.scenario)
    try directory.write(order.resolvedText, to: directory.resolvedScenario)
    let runs = planning.points.count * order.design.replicates
    let plan = Plan(
      order, points: planning.points.count,
      chunkSize: order.chunkSize ?? Plan.chunkSize(forRuns: runs), identitiesSHA256: digest)
    try directory.write(plan)
    return plan
  }

  private static func recognise(_ order: CampaignOrder, in directory: CampaignDirectory)
    throws(CampaignError) -> Plan
  {
    let plan = try directory.readPlan()
    let differences = try PlanDifferences.between(plan, order, in: directory)
    guard differences.isEmpty else {
      throw .changed(directory: directory.path, differences: differences)
    }
    guard try Planning<Runner>.digest(ofIdentities: directory.identities) == plan.identitiesSHA256
    else { throw .damaged(path: directory.identities, reason: "it is not the one of the plan") }
    return plan
  }
}
