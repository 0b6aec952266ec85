import Foundation
import Results
import Synchronization
import Testing

@testable import Campaigns

/// A folder of its own for a test, removed afterwards.
final class Workbench: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/campaign-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func directory(_ name: String = "sweep") -> CampaignDirectory {
    CampaignDirectory(path + "/" + name)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func files(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }
}

/// A run without physics: arithmetic on what is swept, a failure where `x` is 13.
///
/// Its curves have x % 4 + 1 times; that of the run which fails has one.
struct Arithmetic: PointRunner {
  /// Indices of all runs that were made, and what to do before each.
  let made = Record()
  var keepsCurves = false
  /// Whether it is another program, that reads a scenario otherwise.
  var readsOtherwise = false
  /// Why a run fails, if it does.
  var failure: (@Sendable ([Override]) -> String?)?
  var beforeRun: @Sendable (Int, Cancellation) -> Void = { _, _ in }

  final class Record: Sendable {
    private let indices = Mutex<[Int]>([])
    func add(_ index: Int) { indices.withLock { $0.append(index) } }
    var all: [Int] { indices.withLock { $0.sorted() } }
  }

  func resolvedText(setting overrides: [Override]) throws(PointFailure) -> String {
    guard overrides.allSatisfy({ $0.value != "nonsense" }) else {
      throw .failed(reason: "nonsense is no value")
    }
    return overrides.map(\.description).joined(separator: "\n") + (readsOtherwise ? "!" : "")
  }

  func run(_ point: PointRun, cancellation: Cancellation) throws(PointFailure) -> PointResult {
    beforeRun(point.index, cancellation)
    guard !cancellation.isCancelled else { throw .cancelled }
    made.add(point.index)
    let x = point.overrides.first.flatMap { QuantityText($0.value) }?.number ?? 0
    if let failure {
      if let reason = failure(point.overrides) { throw .failed(reason: reason) }
      return PointResult([FinalValue("square", x * x, unit: "nm^2")])
    }
    guard x != 13 else {
      throw .failed(reason: "x = 13, \"unlucky\"", curves: curves(x, times: 1))
    }
    var values = [
      FinalValue("square", x * x, unit: "nm^2"), FinalValue("third", x / 3, unit: "1"),
      FinalValue("draw", Double(point.seed % 1000), unit: "1"),
      FinalValue("root", x < 5 ? nil : x.squareRoot(), unit: "nm"),
    ]
    if x > 20 { values.append(FinalValue("large", 1, unit: "1")) }
    return PointResult(values, curves: curves(x, times: Int(x) % 4 + 1))
  }

  private func curves(_ x: Double, times: Int) -> TimeTable? {
    guard keepsCurves else { return nil }
    let times = (0..<times).map(Double.init)
    var columns = [
      TimeTable.Column(
        name: "way", unit: "nm", longName: "way gone", values: times.map { x * $0 / 3 }),
      TimeTable.Column(
        name: "half", unit: "1", longName: "every other one",
        values: times.map { $0 == 1 ? nil : 0.5 * $0 }),
    ]
    if x > 20 {
      columns.append(
        TimeTable.Column(name: "large", unit: "1", longName: "of large x", values: times))
    }
    return TimeTable(times: times, columns: columns)
  }
}

extension Workbench {
  static let axis = Axis("x", .range(from: "0 nm", to: "29 nm", count: 30, scale: .linear))

  static func order(_ design: Design = Design(.grid([axis]), replicates: 2, seed: 5))
    -> CampaignOrder
  {
    CampaignOrder(
      design: design, scenarioText: "x = 1 # any", resolvedText: "x = 1\ny = 2",
      keptText: "x = 1", creator: "test 1")
  }

  /// Enters, runs and merges in one go.
  @discardableResult
  static func sweep(
    _ directory: CampaignDirectory, _ runner: Arithmetic = Arithmetic(), jobs: Int = 1,
    chunkSize: Int = 7, entry: Campaign.Entry = .resuming, backwards: Bool = false,
    selecting selection: Selection = .unfinished, cancellation: Cancellation = Cancellation()
  ) throws -> CampaignProgress {
    var order = order()
    order.chunkSize = chunkSize
    let campaign = try Campaign(
      order, in: directory, entry: entry, by: runner, units: MetricPrefixes(), jobs: jobs)
    var assignment = Assignment(selection)
    assignment.held = .awaited
    assignment.beat = 0.02
    assignment.chunks = Array(0..<campaign.plan.chunkCount)
    if backwards { assignment.chunks?.reverse() }
    let progress = try campaign.work(
      assignment, by: runner, jobs: jobs, cancellation: cancellation)
    _ = try campaign.merge(units: MetricPrefixes())
    return progress
  }
}
