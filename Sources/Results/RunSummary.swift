import Synthesis

/// What `--json` says of a run: how it ended, and the values it ended with.
public struct RunSummary: Codable, Sendable, Equatable {
  /// A value with its unit; no value where the quantity does not exist.
  public struct Quantity: Codable, Sendable, Equatable {
    public var value: Double?
    public var unit: String

    public init(_ value: Double?, _ unit: String) {
      self.value = value
      self.unit = unit
    }

    /// A missing value is written as null, so that it can be told from a forgotten one.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encode(unit, forKey: .unit)
    }
  }

  /// How far the result may be off.
  public struct ErrorBudget: Codable, Sendable, Equatable {
    /// Of the balance of matter, the largest at any output, as a share of all units.
    public var matterDefect: Double
    /// The most negative amount of clusters of one size, as a share of all units.
    public var largestNegative: Double
    /// The largest share of all units in the last hundredth of the grid.
    public var shareNearTop: Double
    /// The same of the dopants, where there are any.
    public var dopantDefect: Double?
    public var steps: Int
    /// By what was finer, the relative change of each quantity; only where that was asked for.
    public var refinement: [String: [String: Double]]?

    enum CodingKeys: String, CodingKey {
      case steps, refinement
      case matterDefect = "matter_defect"
      case dopantDefect = "dopant_defect"
      case largestNegative = "largest_negative"
      case shareNearTop = "share_near_top"
    }
  }

  public var title: String
  /// `finished`, `failed` or `cancelled`.
  public var status: String
  /// Why the run ended before its time.
  public var reason: String?
  /// Simulated time at the last frame, s.
  public var time: Double
  /// The summary at the last frame, by name.
  public var final: [String: Quantity]
  /// The events of the run, by name.
  public var milestones: [String: Quantity]
  /// Times at which the spread of sizes turns, s, by name.
  public var turns: [String: [Double]]
  public var errorBudget: ErrorBudget
  public var steps: Int
  /// The largest cluster that the grid held, units.
  public var largestCluster: Int
  /// s.
  public var wallTime: Double
  public var options: [String: String]
  /// Of replicates; nil of a balance.
  public var ensemble: EnsembleSummary?

  enum CodingKeys: String, CodingKey {
    case title, status, reason, time, final, milestones, turns, steps, options, ensemble
    case errorBudget = "error_budget"
    case largestCluster = "largest_cluster"
    case wallTime = "wall_time"
  }
}

extension RunResult {
  /// The run in a few numbers.
  public var runSummary: RunSummary {
    let last = summary.columns.map { column in
      (column.name, RunSummary.Quantity(column.values.last ?? nil, column.unit))
    }
    let events = MilestoneField.all.map { field in
      (field.name, RunSummary.Quantity(milestones[keyPath: field.place], field.unit))
    }
    let turns = TurnField.all.map { ($0.listName, milestones[keyPath: $0.place]) }
    return RunSummary(
      title: title, status: interruption?.cause.name ?? "finished", reason: interruption?.reason,
      time: summary.times.last ?? 0, final: Dictionary(last) { first, _ in first },
      milestones: Dictionary(events) { first, _ in first },
      turns: Dictionary(turns) { first, _ in first },
      errorBudget: RunSummary.ErrorBudget(
        matterDefect: statistics.matterDefect, largestNegative: statistics.largestNegative,
        shareNearTop: statistics.shareNearTop,
        dopantDefect: dopantNames.isEmpty ? nil : statistics.dopantDefect, steps: statistics.steps,
        refinement: refinements.isEmpty
          ? nil : Dictionary(refinements.map { ($0.name, $0.changes) }) { first, _ in first }),
      steps: statistics.steps, largestCluster: statistics.largestCluster,
      wallTime: statistics.wallTime,
      options: Dictionary(process.options.map { ($0.name, $0.value) }) { first, _ in first },
      ensemble: ensemble?.summary)
  }
}
