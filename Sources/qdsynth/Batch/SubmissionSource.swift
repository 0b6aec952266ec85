import Campaigns
import Foundation
import ScenarioFiles

/// What is submitted: a folder that is planned already, or a scenario whose sweep is planned now.
struct SubmissionSource {
  /// What `[sweep.batch]` asks for, of the scenario as it is now.
  let batch: BatchPlan
  let directory: CampaignDirectory
  private let planner: SweepPlanner?

  init(_ target: String, overrides: [String], output: String?, isQuiet: Bool) throws {
    guard !CampaignDirectory(target).holdsPlan else {
      guard overrides.isEmpty, output == nil else {
        throw Fault(
          .usage, "error: \(target) is a planned sweep; --set and -o are for scenarios")
      }
      directory = CampaignDirectory(target)
      planner = nil
      batch = try Self.open(directory).batchPlan()
      return
    }
    var input = ScenarioArguments()
    input.scenario = target
    input.overrides = overrides
    let planner = try SweepPlanner(input, output, isQuiet: isQuiet, share: .many)
    self.planner = planner
    directory = planner.directory
    batch = planner.batch
  }

  /// Whether there is a plan, so that nothing needs to be written to know of it.
  var isPlanned: Bool { directory.holdsPlan }

  /// The planned sweep; planned now where it is not, and else recognised.
  func campaign() throws -> Campaign {
    try planner?.plan(.resuming) ?? Self.open(directory)
  }

  private static func open(_ directory: CampaignDirectory) throws -> Campaign {
    try Campaign(opening: directory, units: ScenarioUnits(), creator: SweepOrder.creator)
  }

  /// Says which points there would be.
  func rehearse() throws { try planner?.rehearse() }
}
