import Foundation
import HDF5Files

/// The table of a merged sweep, read column by column with the plan it belongs to.
public struct FinishedSweep: Sendable {
  /// The head of a column: its name, and the unit of its numbers; nil for text.
  public struct Head: Sendable, Hashable {
    public let name: String
    public let unit: String?
  }

  public let path: String
  public let plan: Plan
  /// The swept paths, in the order of the design.
  public let swept: [Head]
  /// What came out of the runs.
  public let finals: [Head]
  private let table: SweepRows

  /// Columns of every table that are neither swept nor what came out.
  private static let fixed: Set = [
    "index", "identity", "replicate", "seed", "status", "reason", "settings", "resumed",
  ]

  /// Opens the folder of a sweep.
  public init(in directory: CampaignDirectory) throws(CampaignError) {
    path = directory.path
    let bytes = try SystemFile.contents(of: directory.plan)
    guard let plan = try? JSONDecoder().decode(Plan.self, from: Data(bytes)) else {
      throw .damaged(
        path: directory.plan, reason: "it is not a plan that this version can read")
    }
    self.plan = plan
    if SystemFile.exists(directory.table) {
      table = .text(try SweepTextRows(directory.table))
    } else if SystemFile.exists(directory.results) {
      table = .file(try SweepFileRows(directory.results))
    } else {
      throw .cannotRead(
        path: directory.table,
        reason: "the sweep has no table yet; qdsynth sweep merge \(directory.path) makes it")
    }
    let heads = table.heads
    let paths: [String] =
      if case .list(let list) = plan.design.kind { list.paths } else {
        plan.design.kind.axes.map(\.path)
      }
    swept = paths.compactMap { path in heads.first { $0.name == path } }
    guard swept.count == paths.count else {
      let absent = paths.first { path in !heads.contains { $0.name == path } } ?? ""
      throw .damaged(path: table.path, reason: "it has no column \(absent), which the plan sweeps")
    }
    finals = heads.filter { head in
      head.unit != nil && !Self.fixed.contains(head.name) && !paths.contains(head.name)
    }
  }

  /// Columns of the table, read at once in one pass.
  public func columns(numbers: [String], texts: [String] = []) throws(CampaignError)
    -> SweepColumnValues
  {
    switch table {
    case .text(let rows): try rows.columns(numbers: numbers, texts: texts, runs: plan.runs)
    case .file(let rows): try rows.columns(numbers: numbers, texts: texts, runs: plan.runs)
    }
  }
}

/// Some columns of the table of a sweep, in the order of its runs.
public struct SweepColumnValues: Sendable {
  /// Not a number where a run has no value.
  public internal(set) var numbers: [String: [Double]] = [:]
  public internal(set) var texts: [String: [String]] = [:]
  /// Of every run; a run that the table lacks is pending.
  public internal(set) var statuses: [RunStatus]
}

/// Where the rows of a table are.
enum SweepRows: Sendable {
  case text(SweepTextRows)
  case file(SweepFileRows)

  var heads: [FinishedSweep.Head] {
    switch self {
    case .text(let rows): rows.heads
    case .file(let rows): rows.heads
    }
  }

  var path: String {
    switch self {
    case .text(let rows): rows.path
    case .file(let rows): rows.path
    }
  }
}
