import Campaigns
import Foundation
import ScenarioFiles

/// Plans the sweep of a scenario, or rehearses that.
struct SweepPlanner {
  let directory: CampaignDirectory
  let points: ScenarioPoints
  let batch: BatchPlan
  private let order: CampaignOrder
  private let isQuiet: Bool

  init(_ input: ScenarioArguments, _ output: String?, isQuiet: Bool, share: ChunkShare) throws {
    directory = CampaignDirectory(output ?? "sweep-" + ResultName.stem(of: input.scenario))
    let sweep = try SweepOrder(input, in: directory, isQuiet: isQuiet)
    points = sweep.points
    batch = sweep.batch
    var order = sweep.order
    order.share = share
    self.order = order
    self.isQuiet = isQuiet
  }

  var design: Design { order.design }

  /// Plans the sweep in its folder, or finds it there.
  func plan(
    _ entry: Campaign.Entry, jobs: Int = ProcessInfo.processInfo.activeProcessorCount,
    cancellation: Cancellation = Cancellation()
  ) throws -> Campaign {
    let campaign = try Campaign(
      order, in: directory, entry: entry, by: points, units: ScenarioUnits(), jobs: jobs,
      cancellation: cancellation)
    if points.keep == .runs { try directory.makeFolder(directory.runs) }
    return campaign
  }

  /// Resolves every point, and writes nothing but what would be run.
  func rehearse() throws {
    let designed = try DesignedPoints(order.design, ScenarioUnits())
    var lines: [String] = []
    for index in 0..<designed.count {
      let overrides = designed.overrides(at: index)
      do throws(PointFailure) {
        _ = try points.resolvedText(setting: overrides)
      } catch {
        guard case .failed(let reason, _) = error else { return }
        throw CampaignError.badPoint(index: index, overrides: overrides, reason: reason)
      }
      if index < 30 {
        lines.append("\(index)  " + overrides.map(\.description).joined(separator: "  "))
      }
    }
    if designed.count > lines.count { lines.append("and \(designed.count - lines.count) more") }
    if !isQuiet { lines.forEach(Terminal.result) }
    Terminal.result(
      "\(designed.count) points, \(designed.count * order.design.replicates) runs")
  }
}
