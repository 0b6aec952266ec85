/// What `--json` says of replicates: means with their errors, the first crystal and dopants.
public struct EnsembleSummary: Codable, Sendable, Equatable {
  /// A mean over replicates, or a share of members; no error of a single replicate.
  public struct Estimate: Codable, Sendable, Equatable {
    public var value: Double?
    public var standardError: Double?
    public var unit: String

    enum CodingKeys: String, CodingKey {
      case value, unit
      case standardError = "standard_error"
    }

    /// Missing values are written as null, so that they can be told from forgotten ones.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encode(standardError, forKey: .standardError)
      try container.encode(unit, forKey: .unit)
    }
  }

  /// The dopants of one kind.
  public struct Dopant: Codable, Sendable, Equatable {
    public var perCrystal: Estimate
    /// Share of the crystals with none, one, two and so on.
    public var shares: [Double?]
    public var single: Estimate
    /// Singles that lie deeper, by depth in nm.
    public var deepSingle: [String: Estimate]
    public var depth: Estimate
    public var exchange: Estimate

    enum CodingKeys: String, CodingKey {
      case shares, single, depth, exchange
      case perCrystal = "per_crystal"
      case deepSingle = "deep_single"
    }
  }

  public var method: String
  public var randomStream: String
  public var replicates: Int
  /// In all replicates.
  public var events: Double
  /// Means over replicates of what the last output holds, by name.
  public var final: [String: Estimate]
  /// When the first crystal came, in the replicates in which one did, s.
  public var firstCrystal: [Double]
  public var dopants: [String: Dopant]

  enum CodingKeys: String, CodingKey {
    case method, replicates, events, final, dopants
    case randomStream = "random_stream"
    case firstCrystal = "first_crystal"
  }
}

extension EnsembleResult {
  /// The replicates in a few numbers.
  var summary: EnsembleSummary {
    let means = statistics.first { $0.name == "mean" }?.table.columns ?? []
    let final = means.map { column in
      let error = statistic("standard_error", of: column.name)?.values.last ?? nil
      return (
        column.name,
        EnsembleSummary.Estimate(
          value: column.values.last ?? nil, standardError: error, unit: column.unit)
      )
    }
    return EnsembleSummary(
      method: method, randomStream: randomStream, replicates: count,
      events: (replicates("events") ?? []).compactMap(\.self).reduce(0, +),
      final: Dictionary(final) { first, _ in first },
      firstCrystal: (replicates("first_crystal") ?? []).compactMap(\.self),
      dopants: Dictionary(dopants.map { ($0.name, $0.summary) }) { first, _ in first })
  }
}

extension DopantResult {
  fileprivate var summary: EnsembleSummary.Dopant {
    func estimate(_ name: String) -> EnsembleSummary.Estimate {
      let error = table["\(name)_error"]?.values.last ?? nil
      return EnsembleSummary.Estimate(
        value: table[name]?.values.last ?? nil, standardError: error,
        unit: table[name]?.unit ?? "1")
    }
    let depths = deep.axis.values.enumerated().map { place, depth in
      let value = deep["deep_single"]?.rows.last?[place]
      let error = deep["deep_single_error"]?.rows.last?[place]
      return (
        CSVTable.field(depth),
        EnsembleSummary.Estimate(value: value ?? nil, standardError: error ?? nil, unit: "1")
      )
    }
    return EnsembleSummary.Dopant(
      perCrystal: estimate("per_crystal"), shares: counts["share"]?.rows.last ?? [],
      single: estimate("single"), deepSingle: Dictionary(depths) { first, _ in first },
      depth: estimate("depth_mean"), exchange: estimate("exchange"))
  }
}
