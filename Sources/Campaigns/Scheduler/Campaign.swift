import Results

/// A planned campaign in its folder, which any number of processes may work on at once.
///
///     let campaign = try Campaign(order, in: "sweep-lead", entry: .fresh, by: runner, ...)
///     let progress = try campaign.work(Assignment(), by: runner, jobs: 2)
///     try campaign.merge()
public struct Campaign: Sendable {
  public let directory: CampaignDirectory
  public let plan: Plan
  public let points: DesignedPoints
  let planDigest: String

  /// How a campaign may enter its folder.
  public enum Entry: Sendable {
    /// There must be no campaign there yet.
    case fresh
    /// What is there is continued; where nothing is, it begins.
    case resuming
  }

  /// Finds what is planned in a folder, which is all that workers need.
  ///
  /// - Parameter creator: name and version of this program, which must be the one that planned it where
  ///   results are to be made; nothing to look only.
  public init(
    opening directory: CampaignDirectory, units: some QuantityConverter, creator: String? = nil
  ) throws(CampaignError) {
    let plan = try directory.readPlan()
    if let creator, creator != plan.creator {
      throw .otherProgram(directory: directory.path, planned: plan.creator, present: creator)
    }
    try self.init(plan, try DesignedPoints(plan.design, units), directory)
  }

  /// Enters the folder: plans the campaign, or finds the same one there.
  public init(
    _ order: CampaignOrder, in directory: CampaignDirectory, entry: Entry,
    by runner: some PointRunner, units: some QuantityConverter, jobs: Int = 1,
    cancellation: Cancellation = Cancellation()
  ) throws(CampaignError) {
    let points = try DesignedPoints(order.design, units)
    let planning = Planning(
      points: points, runner: runner, jobs: jobs, cancellation: cancellation)
    if entry == .fresh && directory.holdsPlan {
      throw .alreadyStarted(directory: directory.path)
    }
    if !directory.holdsPlan { _ = try planning.identities(of: 0..<1) }
    try SystemFile.makeDirectory(directory.path)
    let plan = try Self.plan(order, planning, in: directory, entry)
    try self.init(plan, points, directory)
  }

  private init(_ plan: Plan, _ points: DesignedPoints, _ directory: CampaignDirectory)
    throws(CampaignError)
  {
    guard plan.points == points.count else {
      throw .damaged(
        path: directory.plan, reason: "it has \(plan.points) points, its design \(points.count)")
    }
    self.directory = directory
    self.plan = plan
    self.points = points
    planDigest = SHA256.digits(of: try SystemFile.contents(of: directory.plan))
  }

  /// The scenario that workers read.
  public func keptScenario() throws(CampaignError) -> (text: String, inputs: [CampaignInput]) {
    (
      try directory.verified(directory.keptScenario, sha256: plan.keptSHA256),
      try directory.readInputs(plan)
    )
  }
}
