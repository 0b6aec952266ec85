/// Samples of the parameters, in natural units.
public struct Posterior: Sendable {
  public let names: [String]
  public let units: [String]
  /// By walker, draw and parameter.
  public let chains: [[[Double]]]
  /// Of the scaled parameters, but for a constant; by walker and draw.
  public let logDensity: [[Double]]
  /// The share of moves that each walker made.
  public let acceptance: [Double]

  public var drawCount: Int { chains.first?.count ?? 0 }

  /// One parameter, by walker and draw.
  public func draws(of place: Int) -> [[Double]] { chains.map { $0.map { $0[place] } } }

  /// Every parameter with its diagnostics.
  public func summary() -> [PosteriorSummary] {
    names.indices.map { PosteriorSummary(names[$0], unit: units[$0], draws(of: $0)) }
  }

  /// So many points spread evenly over all draws, for predictive bands.
  public func points(_ count: Int) -> [[Double]] {
    let all = chains.flatMap { $0 }
    guard count < all.count else { return all }
    return (0..<count).map { all[$0 * all.count / count] }
  }
}

/// What the samples say of one parameter, and how far they can be trusted.
public struct PosteriorSummary: Sendable, Hashable, Codable {
  public let name: String
  public let unit: String
  public let mean: Double
  public let sd: Double
  public let median: Double
  /// The 2.5 and 97.5 percent points.
  public let lower: Double
  public let upper: Double
  /// sd / √(effective sample size for the mean).
  public let errorOfMean: Double
  public let rHat: Double
  public let bulkSampleSize: Double
  public let tailSampleSize: Double

  /// - Parameter draws: by chain and draw.
  public init(_ name: String, unit: String, _ draws: [[Double]]) {
    let diagnostics = ChainDiagnostics(draws)
    let all = draws.flatMap { $0 }.sorted()
    self.name = name
    self.unit = unit
    mean = all.reduce(0, +) / Double(all.count)
    let mean = mean
    sd = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)).squareRoot()
    median = all.quantile(0.5)
    lower = all.quantile(0.025)
    upper = all.quantile(0.975)
    errorOfMean = sd / diagnostics.meanSampleSize.squareRoot()
    rHat = diagnostics.rHat
    bulkSampleSize = diagnostics.bulkSampleSize
    tailSampleSize = diagnostics.tailSampleSize
  }

  /// Whether R-hat is below 1.01 and both sample sizes are at least 400, as Vehtari and others ask.
  public var isTrustworthy: Bool {
    rHat < 1.01 && bulkSampleSize >= 400 && tailSampleSize >= 400
  }
}

extension [Double] {
  /// Of ascending numbers, linear between the order statistics.
  package func quantile(_ share: Double) -> Double {
    guard count > 1 else { return first ?? .nan }
    let position = share * Double(count - 1)
    let below = Swift.min(Int(position), count - 2)
    return self[below] + (position - Double(below)) * (self[below + 1] - self[below])
  }
}
