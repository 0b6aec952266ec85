import Campaigns
import Foundation

/// What `sweep status` says to people.
struct SweepStatusReport {
  let status: CampaignStatus
  let failures: [FailureGroup]
  let directory: CampaignDirectory
  let queue: Queue

  /// Workers, and groups of failures, that are told one by one.
  private static let limit = 12

  var lines: [String] {
    let plan = status.plan
    let head =
      "\(directory.path): \(plan.points) points, \(plan.runs) runs in \(plan.chunkCount) chunks"
    return [head] + counts + kept + queue.lines + claims + left
      + failures.prefix(Self.limit).flatMap(told) + more
  }

  private var counts: [String] {
    RunState.allCases.compactMap { state in
      guard let count = status.counts[state], count > 0 else { return nil }
      return String(repeating: " ", count: max(0, 10 - "\(count)".count))
        + "\(count)  \(state.rawValue)"
    }
  }

  private var kept: [String] {
    guard status.checkpoints > 0 else { return [] }
    return ["\(status.checkpoints) of them go on from a checkpoint"]
  }

  private var claims: [String] {
    let told = status.claims.prefix(Self.limit).map { claim in
      let worker = claim.worker.map { "\($0.host) \($0.process)" } ?? "a claim that cannot be read"
      let task = claim.submission.map { ", task \($0)-\(claim.task ?? 0)" } ?? ""
      let run = claim.run.map { run in
        ", run \(run)" + (claim.seconds > 0 ? " since \(Self.time(claim.seconds))" : "")
      }
      return "  \(worker)\(task), chunk \(claim.chunk)"
        + (claim.isLost ? ": lost" : run ?? "")
    }
    let rest = status.claims.count - told.count
    return told + (rest > 0 ? ["  and \(rest) more workers"] : [])
  }

  private var left: [String] {
    guard let seconds = status.secondsPerRun else { return [] }
    let states: [RunState] = [.pending, .claimed, .running, .timedOut, .lost]
    let runs = states.reduce(0) { $0 + (status.counts[$1] ?? 0) }
    guard runs > 0 else { return [] }
    let workers = Set(status.claims.filter { !$0.isLost }.map(\.chunk)).count
    let work = "\(Self.time(seconds)) a run, \(Self.time(seconds * Double(runs))) of work left"
    guard workers > 0 else { return [work + ", and nobody at work"] }
    return [
      work
        + ", about \(Self.time(seconds * Double(runs) / Double(workers))) with \(workers) at a time"
    ]
  }

  private func told(_ group: FailureGroup) -> [String] {
    let count = group.runs.count == 1 ? "1 run" : "\(group.runs.count) runs"
    let traits = group.traits.map { ", \($0)" }.joined()
    let example = group.example
    let settings = example.settings.map(\.description).joined(separator: ", ")
    var lines = ["", "\(count): \(group.reason)\(traits)", "  as run \(example.run): \(settings)"]
    if example.reason != group.reason { lines.append("    \(example.reason)") }
    guard let log = example.log else { return lines }
    return lines + ["  \(log) ends with"] + example.tail.map { "    \($0)" }
  }

  private var more: [String] {
    let rest = failures.dropFirst(Self.limit)
    guard !rest.isEmpty else { return [] }
    let runs = rest.reduce(0) { $0 + $1.runs.count }
    return ["", "and \(runs) runs that failed for \(rest.count) other reasons; --json tells all"]
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.1: String(format: "%.2g ms", 1000 * seconds)
    case ..<120: String(format: "%.3g s", seconds)
    case ..<7200: String(format: "%.3g min", seconds / 60)
    case ..<172_800: String(format: "%.3g h", seconds / 3600)
    default: String(format: "%.3g days", seconds / 86_400)
    }
  }
}
