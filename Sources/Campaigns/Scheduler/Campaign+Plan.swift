extension Campaign {
  /// Writes the plan, alone in the folder, or recognises the one that is there.
  static func plan(
    _ order: CampaignOrder, _ planning: Planning<some PointRunner>,
    in directory: CampaignDirectory, _ entry: Entry
  ) throws(CampaignError) -> Plan {
    guard !directory.holdsPlan else { return try recognise(order, in: directory) }
    let lock = try SystemFile(directory.lock, .locking)
    guard try lock.lock() else { throw .inUse(directory: directory.path) }
    guard directory.holdsPlan else { return try write(order, planning, in: directory) }
    guard entry == .resuming else { throw .alreadyStarted(directory: directory.path) }
    return try recognise(order, in: directory)
  }

  private static func write(
    _ order: CampaignOrder, _ planning: Planning<some PointRunner>,
    in directory: CampaignDirectory
  ) throws(CampaignError) -> Plan {
    try SystemFile.makeDirectory(directory.shards)
    try directory.write(order.scenarioText, to: directory.scenario)
    try directory.write(order.resolvedText, to: directory.resolvedScenario)
    try directory.write(order.keptText, to: directory.keptScenario)
    try directory.write(order.inputs)
    let digest = try planning.writeIdentities(to: directory.identities)
    let runs = planning.points.count * order.design.replicates
    let plan = Plan(
      order, points: planning.points.count,
      chunkSize: order.chunkSize ?? Plan.chunkSize(forRuns: runs, sharedBy: order.share),
      identitiesSHA256: digest)
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
    guard try Identities.digest(ofFile: directory.identities) == plan.identitiesSHA256
    else { throw .damaged(path: directory.identities, reason: "it is not the one of the plan") }
    return plan
  }
}
