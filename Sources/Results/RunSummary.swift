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

  public var title: String
  /// `finished`, `failed` or `cancelled`.
  public var status: String
  /// Why the run ended before its time.
  public var reason: String?
  /// Simulated time at the last frame, s.
  public var time: Double
  /// The summary at the last frame, by name.
  public var final: [String: Quantity]
  /// When 10 % and 90 % of the crystals had been born, by name.
  public var nucleation: [String: Quantity]
  public var steps: Int
  /// s.
  public var wallTime: Double
  public var options: [String: String]

  enum CodingKeys: String, CodingKey {
    case title, status, reason, time, final, nucleation, steps, options
    case wallTime = "wall_time"
  }
}

extension RunResult {
  /// The run in a few numbers.
  public var runSummary: RunSummary {
    let last = summary.columns.map { column in
      (column.name, RunSummary.Quantity(column.values.last ?? nil, column.unit))
    }
    return RunSummary(
      title: title, status: interruption?.cause.name ?? "finished", reason: interruption?.reason,
      time: summary.times.last ?? 0, final: Dictionary(last) { first, _ in first },
      nucleation: [
        "time_10_percent": RunSummary.Quantity(nucleationTime(share: 0.1), "s"),
        "time_90_percent": RunSummary.Quantity(nucleationTime(share: 0.9), "s"),
      ],
      steps: statistics.steps, wallTime: statistics.wallTime,
      options: Dictionary(process.options.map { ($0.name, $0.value) }) { first, _ in first })
  }

  /// When a share of the positive flux through the crystal floor had passed, s.
  ///
  /// The flux runs straight between frames; nil where none ever was.
  public func nucleationTime(share: Double) -> Double? {
    guard let rates = summary["nucleation_rate"]?.values.map({ max($0 ?? 0, 0) }) else {
      return nil
    }
    let times = summary.times
    var passed = [0.0]
    for index in times.indices.dropFirst() {
      let mean = 0.5 * (rates[index] + rates[index - 1])
      passed.append(passed[index - 1] + mean * (times[index] - times[index - 1]))
    }
    guard let total = passed.last, total > 0,
      let after = passed.firstIndex(where: { $0 >= share * total }), after > 0
    else { return nil }
    let rest = share * total - passed[after - 1]
    let width = times[after] - times[after - 1]
    return times[after - 1] + crossing(rest, from: rates[after - 1], to: rates[after], in: width)
  }

  /// How far into an interval the integral of a straight flux reaches an amount.
  ///
  ///     amount = j₀ t + (j₁ - j₀) t² / 2w
  private func crossing(
    _ amount: Double, from first: Double, to last: Double, in width: Double
  ) -> Double {
    let slope = (last - first) / width
    let root = max(0, first * first + 2 * slope * amount).squareRoot()
    return first + root > 0 ? 2 * amount / (first + root) : 0
  }
}
