import Foundation

/// The folder of a campaign, which is the truth about it: everything is found from its files.
///
///     plan.json           what is to be done
///     identities.txt      the identity of every point, one a line
///     scenario.toml       the scenario as it was written; scenario.resolved.toml the same resolved
///     shards/00007-1.*    results of chunk 7, first attempt: running, or finished
///     runs/7.h5           the full result of run 7, where whole results are kept
///     sweep.csv sweep.h5  the table; sweep-log.h5 when and where its runs were made
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
  var resolvedScenario: String { path + "/scenario.resolved.toml" }
  var identities: String { path + "/identities.txt" }
  var shards: String { path + "/shards" }
  var lock: String { path + "/lock" }

  public var holdsPlan: Bool { SystemFile.exists(plan) }

  /// Makes a folder in it, where there is none yet.
  public func makeFolder(_ path: String) throws(CampaignError) {
    try SystemFile.makeDirectory(path)
  }

  func readPlan() throws(CampaignError) -> Plan {
    let bytes = try SystemFile.contents(of: plan)
    do {
      return try JSONDecoder().decode(Plan.self, from: Data(bytes))
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
    return attempts.mapValues { $0.sorted { $0.number < $1.number } }
  }
}

/// One attempt at a chunk, known from the name of its shard.
struct Attempt: Sendable, Equatable {
  let chunk: Int
  let number: Int
  let path: String

  init?(fileName: String, in directory: String) {
    let endings = [ShardNames.runningEnding, ShardNames.finishedEnding]
    guard let ending = endings.first(where: { fileName.hasSuffix($0) }) else { return nil }
    let parts = fileName.dropLast(ending.count).split(separator: "-").map { Int($0) }
    guard parts.count == 2, let chunk = parts[0], let number = parts[1] else { return nil }
    self.chunk = chunk
    self.number = number
    path = directory + "/" + fileName
  }
}
