import Foundation

/// Runs that failed for one reason, and what they have in common.
public struct FailureGroup: Sendable {
  /// The reason; with gaps in the place of numbers where these differ.
  public let reason: String
  public let runs: IndexRanges
  /// What sets these runs apart on the swept axes: "all with flask.temperature above 300 degC".
  public let traits: [String]
  public let example: Example

  /// One of them in full.
  public struct Example: Sendable {
    public let run: Int
    public let point: Int
    public let settings: [Override]
    public let reason: String
    /// The log of the task that made it, and its last lines, where there is one.
    public let log: String?
    public let tail: [String]
  }
}

extension Campaign {
  /// What failed, the most frequent first.
  public func failures(
    in status: CampaignStatus, units: some QuantityConverter
  ) throws(CampaignError) -> [FailureGroup] {
    var patterns: [ErrorPattern: (reasons: Set<String>, runs: [Int])] = [:]
    for (reason, runs) in status.failed {
      patterns[ErrorPattern(reason), default: ([], [])].runs += runs
      patterns[ErrorPattern(reason)]?.reasons.insert(reason)
    }
    let axes = SweptAxes(points, units, replicates: plan.design.replicates)
    let sorted = patterns.sorted {
      ($1.value.runs.count, $0.key.text) < ($0.value.runs.count, $1.key.text)
    }
    var groups: [FailureGroup] = []
    for (pattern, found) in sorted {
      let runs = IndexRanges(found.runs)
      guard let first = runs.ranges.first?.lowerBound else { continue }
      let reason = found.reasons.count == 1 ? found.reasons.first : nil
      groups.append(
        FailureGroup(
          reason: reason ?? pattern.text, runs: runs,
          traits: axes.traits(of: runs, among: status.done),
          example: try example(first, status)))
    }
    return groups
  }

  private func example(_ run: Int, _ status: CampaignStatus) throws(CampaignError)
    -> FailureGroup.Example
  {
    let chunk = run / plan.chunkSize
    let results = try ChunkResults(
      try directory.attempts(ofChunk: chunk), planDigest: planDigest)
    let stored = results.runs[run]
    let point = run / plan.design.replicates
    var log: String?
    if let header = stored?.header, let submission = header.submission, let task = header.task {
      log = directory.logPath(ofTask: task, in: submission)
    }
    let tail = log.map { Self.tail(of: $0) } ?? []
    return FailureGroup.Example(
      run: run, point: point,
      settings: points.overrides(at: point) + (stored?.header.settings ?? []),
      reason: stored?.record.reason ?? "", log: tail.isEmpty ? nil : log, tail: tail)
  }

  /// The last lines of a log, which may be long or missing.
  private static func tail(of path: String, lines: Int = 5) -> [String] {
    guard let length = SystemFile.trace(of: path)?.length, length > 0,
      let file = try? SystemFile(path, .reading),
      let bytes = try? file.bytes(at: max(0, length - (1 << 12)), count: 1 << 12)
    else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).suffix(lines).map(String.init)
  }
}
