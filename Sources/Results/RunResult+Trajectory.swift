public import Synthesis

extension RunResult {
  /// The result of a run that has just ended.
  public init(title: String, trajectory: Trajectory, process: RunProcess) {
    self.init(
      title: title, summary: TimeTable(summaryOf: trajectory),
      species: TimeTable(speciesOf: trajectory), dopantNames: trajectory.dopantNames,
      sizes: SizeTable(
        times: trajectory.frames.map(\.time), edges: trajectory.distributions.edges,
        radiusEdges: trajectory.distributions.radii, numbers: trajectory.distributions.numbers,
        units: trajectory.distributions.units),
      everySize: trajectory.everySize, statistics: trajectory.statistics,
      milestones: trajectory.milestones, interruption: trajectory.interruption, process: process)
  }
}
