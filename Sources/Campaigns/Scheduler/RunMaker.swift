import Foundation
import Results

/// Makes single runs, and keeps their results.
struct RunMaker<Runner: PointRunner>: Sendable {
  let campaign: Campaign
  let runner: Runner
  let assignment: Assignment
  let queue: ChunkQueue

  /// Makes one run and keeps its result; nothing where it was given up.
  func make(_ index: Int, _ identities: borrowing SystemFile, _ writer: ShardWriter)
    throws(CampaignError) -> RunRecord?
  {
    let point = try point(ofRun: index, identities)
    writer.begin(index)
    let started = Date()
    let clock = ContinuousClock.now
    guard let outcome = outcome(of: point) else { return nil }
    let record = RunRecord(
      index: index, status: outcome.status, values: outcome.values.map(\.value),
      reason: outcome.reason, started: started.timeIntervalSince1970,
      seconds: (ContinuousClock.now - clock) / .seconds(1), resumed: outcome.resumed)
    try writer.append(
      record, columns: outcome.values.map { ColumnName(name: $0.name, unit: $0.unit) },
      curves: outcome.curves)
    return record
  }

  /// What is to be run, once it is sure that it is what was planned.
  private func point(ofRun index: Int, _ identities: borrowing SystemFile) throws(CampaignError)
    -> PointRun
  {
    let (pointIndex, replicate) = index.quotientAndRemainder(
      dividingBy: campaign.plan.design.replicates)
    let identity = try campaign.directory.identity(ofPoint: pointIndex, in: identities)
    let overrides = campaign.points.overrides(at: pointIndex)
    let present: PointIdentity
    do throws(PointFailure) {
      present = PointIdentity(ofResolvedText: try runner.resolvedText(setting: overrides))
    } catch {
      guard case .failed(let reason, _) = error else { throw .interrupted }
      throw .badPoint(index: pointIndex, overrides: overrides, reason: reason)
    }
    guard present == identity else {
      throw .otherPoint(index: pointIndex, planned: identity.digits, present: present.digits)
    }
    return PointRun(
      index: index, overrides: overrides + assignment.settings, replicate: replicate,
      seed: identity.seed(ofSweep: campaign.plan.design.seed, replicate: replicate))
  }

  private struct Outcome {
    var status: RunStatus
    var values: [FinalValue] = []
    var reason: String?
    var curves: TimeTable?
    var resumed = 0
  }

  private func outcome(of point: PointRun) -> Outcome? {
    do {
      let result = try runner.run(point, cancellation: queue.cancellation)
      if let bad = result.values.first(where: { $0.value?.isFinite == false }) {
        return Outcome(
          status: .failed, reason: "\(bad.name) is not a finite number", curves: result.curves)
      }
      return Outcome(
        status: .done, values: result.values, curves: result.curves, resumed: result.resumed)
    } catch {
      switch error {
      case .failed(let reason, let curves):
        return Outcome(status: .failed, reason: reason, curves: curves)
      case .cancelled: return nil
      }
    }
  }
}
