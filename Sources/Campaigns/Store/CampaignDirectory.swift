import Foundation
import Results

/// The folder of a campaign, which is the truth about it: everything is found from its files.
///
///     plan.json                what is to be done
///     identities.txt           the identity of every point, one a line
///     scenario.toml            the scenario as it was written
///     scenario.resolved.toml   the same with every default
///     scenario.kept.toml       the same as workers read it, with what it includes; inputs/ the
///                              files that it names
///     shards/00007-1.running   an attempt at chunk 7: its claim and its results
///     shards/00007-1.finished  it has written all that it was asked for
///     shards/00007-1.stopped   it was asked to stop
///     submissions/0001.json    what was handed to a scheduler, or begun by a retry
///     logs/0001-17.log         what task 17 of submission 1 said
///     runs/7.h5                the full result of run 7, where whole results are kept
///     sweep.csv sweep.h5       the table; sweep-log.h5 when and where its runs were made
public struct CampaignDirectory: Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path
  }

  public var plan: String { path + "/plan.json" }
  public var table: String { path + "/sweep.csv" }
  public var results: String { path + "/sweep.h5" }
  public var log: String { path + "/sweep-log.h5" }
  public var scenario: String { path + "/scenario.toml" }
  public var runs: String { path + "/runs" }
  public var keptScenario: String { path + "/scenario.kept.toml" }
  public var submissions: String { path + "/submissions" }
  public var logs: String { path + "/logs" }
  public var checkpoints: String { path + "/checkpoints" }
  var inputs: String { path + "/inputs" }
  var resolvedScenario: String { path + "/scenario.resolved.toml" }
  var identities: String { path + "/identities.txt" }
  var shards: String { path + "/shards" }
  var lock: String { path + "/lock" }

  public var holdsPlan: Bool { SystemFile.exists(plan) }

  /// Runs that were stopped half-way and kept.
  var checkpointCount: Int {
    let names = try? FileManager.default.contentsOfDirectory(atPath: checkpoints)
    return names?.count { $0.hasSuffix(".checkpoint") } ?? 0
  }

  /// Makes a folder in it, where there is none yet.
  public func makeFolder(_ path: String) throws(CampaignError) {
    try SystemFile.makeDirectory(path)
  }

  func readPlan() throws(CampaignError) -> Plan {
    guard holdsPlan else { throw .noPlan(directory: path) }
    let bytes = Data(try SystemFile.contents(of: plan))
    let format = try? JSONDecoder().decode(PlanFormat.self, from: bytes)
    guard let format, format.format == Plan.format else {
      throw .damaged(path: plan, reason: "it is not the plan of a sweep")
    }
    guard format.version == Plan.formatVersion else {
      throw .damaged(
        path: plan,
        reason: "it is a plan of format \(format.version), and this program knows "
          + "\(Plan.formatVersion); go on with the program that wrote it")
    }
    do {
      return try JSONDecoder().decode(Plan.self, from: bytes)
    } catch {
      throw .damaged(path: plan, reason: "it is not a plan that this version can read")
    }
  }

  func write(_ plan: Plan) throws(CampaignError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(plan) else {
      throw .badDesign("the plan cannot be written as JSON")
    }
    try write(String(decoding: text, as: UTF8.self) + "\n", to: self.plan)
  }

  /// The files that points read, as the plan has them.
  func readInputs(_ plan: Plan) throws(CampaignError) -> [CampaignInput] {
    var found: [CampaignInput] = []
    for planned in plan.inputs {
      let text = try verified("\(inputs)/\(planned.fileName)", sha256: planned.sha256)
      found.append(CampaignInput(name: planned.name, text: text))
    }
    return found
  }

  func write(_ inputs: [CampaignInput]) throws(CampaignError) {
    guard !inputs.isEmpty else { return }
    try makeFolder(self.inputs)
    for input in inputs {
      try write(input.text, to: "\(self.inputs)/\(PlannedInput(input).fileName)")
    }
  }

  /// The text of a file that must be what was planned.
  func verified(_ path: String, sha256: String) throws(CampaignError) -> String {
    let bytes = try SystemFile.contents(of: path)
    guard SHA256.digits(of: bytes) == sha256 else {
      throw .damaged(path: path, reason: "it is not what was planned")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws(CampaignError) {
    var file = try FileInMaking(path)
    try file.write(text)
    try file.publish()
  }

  /// The identity of a point, read from its line.
  func identity(ofPoint point: Int, in file: borrowing SystemFile) throws(CampaignError)
    -> PointIdentity
  {
    let width = PointIdentity.digitCount + 1
    let line = try file.bytes(at: point * width, count: width)
    guard line.count == width, line.last == ShardLine.newline else {
      throw .damaged(path: identities, reason: "it has no line for point \(point)")
    }
    return PointIdentity(digits: String(decoding: line.dropLast(), as: UTF8.self))
  }

  /// The attempts at every chunk that was ever begun, oldest first.
  func attempts() throws(CampaignError) -> [Int: [Attempt]] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: shards) else {
      throw .cannotRead(path: shards, reason: "it is not a folder that can be listed")
    }
    var attempts: [Int: [Attempt]] = [:]
    for name in names {
      guard let attempt = Attempt(fileName: name, in: shards) else { continue }
      attempts[attempt.chunk, default: []].append(attempt)
    }
    return attempts.mapValues(Self.inOrder)
  }

  func attempts(ofChunk chunk: Int) throws(CampaignError) -> [Attempt] {
    try attempts()[chunk] ?? []
  }

  /// An attempt that is renamed while the folder is listed may be seen twice, or not at all.
  private static func inOrder(_ attempts: [Attempt]) -> [Attempt] {
    let states: [AttemptState] = [.finished, .stopped, .running]
    var seen: Set<Int> = []
    return states.flatMap { state in attempts.filter { $0.state == state } }
      .filter { seen.insert($0.number).inserted }
      .sorted { $0.number < $1.number }
  }
}

/// The first thing that is read of a plan.
private struct PlanFormat: Decodable {
  let format: String
  let version: Int

  private enum CodingKeys: String, CodingKey {
    case format
    case version = "format_version"
  }
}
