public import Synthesis

/// A run as its file tells it: what came out, and how.
public struct RunResult: Sendable, Equatable {
  public var title: String
  public var summary: TimeTable
  public var species: TimeTable
  /// The dopants, whose columns stand in the summary.
  public var dopantNames: [String]
  public var sizes: SizeTable
  /// For each time, the particles from the dimer on, 1/m³; only where every size is kept.
  public var everySize: [[Double]]?
  public var statistics: RunStatistics
  /// The events of the run.
  public var milestones: Milestones
  /// What finer runs changed; none where none was asked for.
  public var refinements: [Refinement]
  /// What replicates have beside their mean; nil of a balance.
  public var ensemble: EnsembleResult?
  /// What was observed beside the state, by kind.
  public var observations: [ObservedSeries]
  /// Why the run ended before its time.
  public var interruption: Interruption?
  public var process: RunProcess

  public init(
    title: String, summary: TimeTable, species: TimeTable, dopantNames: [String] = [],
    sizes: SizeTable, everySize: [[Double]]? = nil, statistics: RunStatistics,
    milestones: Milestones = Milestones(), refinements: [Refinement] = [],
    ensemble: EnsembleResult? = nil, observations: [ObservedSeries] = [],
    interruption: Interruption? = nil, process: RunProcess
  ) {
    self.title = title
    self.summary = summary
    self.species = species
    self.dopantNames = dopantNames
    self.sizes = sizes
    self.everySize = everySize
    self.statistics = statistics
    self.milestones = milestones
    self.refinements = refinements
    self.ensemble = ensemble
    self.observations = observations
    self.interruption = interruption
    self.process = process
  }
}
