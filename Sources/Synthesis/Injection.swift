/// Liquid that is added to the flask, at once or at a constant rate.
public struct Injection: Sendable, Hashable {
  /// When it starts, s.
  public var time: Double
  /// How long it lasts, s; zero for at once.
  public var duration: Double
  /// m³.
  public var volume: Double
  /// Its own temperature, K; nil for the flask's.
  public var temperature: Double?
  /// Concentration of each species of the network in it, mol/m³.
  public var contents: [Double]
  public var seeds: [SeedPopulation]

  public init(
    time: Double, duration: Double = 0, volume: Double, temperature: Double? = nil,
    contents: [Double], seeds: [SeedPopulation] = []
  ) {
    self.time = time
    self.duration = duration
    self.volume = volume
    self.temperature = temperature
    self.contents = contents
    self.seeds = seeds
  }

  public var end: Double { time + duration }
}
