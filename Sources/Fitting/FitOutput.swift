import Kinetics
import Observation
import PopulationBalance
import Synthesis

/// What a run holds at one time, with its derivatives.
struct FitOutput: Sendable {
  let frame: Frame
  /// The sizes that are told apart.
  let bins: SizeBins
  /// Particles on each of them, 1/m³.
  let numbers: [Double]
  /// Derivatives to each parameter; nil where the run has none.
  let slopes: [Slope]?
}

extension FitOutput {
  /// The outputs of a run without derivatives.
  static func all(of trajectory: Trajectory) -> [FitOutput] {
    let bins = SizeBins(of: trajectory.sizes)
    return zip(trajectory.frames, trajectory.sizes.numbers).map { frame, numbers in
      FitOutput(frame: frame, bins: bins, numbers: numbers, slopes: nil)
    }
  }

  /// The outputs of a run with its derivatives.
  static func all(of sensitive: SensitiveTrajectory, on experiment: Experiment) -> [FitOutput] {
    var known: (edges: [Double], bins: SizeBins)?
    return sensitive.trajectory.frames.indices.map { place in
      let population = sensitive.populations[place]
      var edges = population.bounds.map(\.lowerBound)
      if let last = population.bounds.last { edges.append(last.upperBound) }
      if known?.edges != edges {
        known = (edges, SizeBins(edges: edges, on: experiment))
      }
      return FitOutput(
        frame: sensitive.trajectory.frames[place], bins: known?.bins ?? SizeBins([]),
        numbers: population.numbers,
        slopes: sensitive.slopes.isEmpty ? nil : sensitive.slopes[place])
    }
  }
}

extension SizeBins {
  /// The cells between edges in units.
  fileprivate init(edges: [Double], on experiment: Experiment) {
    let radii = edges.map { 1e9 * experiment.ladder.radius(ofUnits: $0) }
    self.init(of: SizeDistributions(edges: edges, radii: radii, numbers: [], units: []))
  }
}
