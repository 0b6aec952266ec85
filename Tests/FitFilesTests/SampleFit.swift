import FitFiles
import Results
import ScenarioFiles

/// A fit of two parameters to one series of each kind, with everything that a file can hold.
enum SampleFit {
  static var file: FitFile {
    FitFile(
      title: "a fit", outcome: outcome, parameters: parameters,
      certainty: FitFile.Certainty(
        covariance: [[0.0001, nil], [nil, nil]], correlation: [[1, nil], [nil, nil]],
        singularValues: [1.2, 0.3]),
      verdicts: [FitFile.Verdict(kind: "at-bound", text: "k ended at its upper bound")],
      starts: [
        FitFile.Start(
          index: 0, begin: [0.1, 1], end: [0.15, 2], objective: 2.25, evaluations: 12, jacobians: 5,
          exit: "converged"),
        FitFile.Start(
          index: 1, begin: [0.2, 1.5], end: nil, objective: nil, evaluations: 0, jacobians: 0,
          exit: "the run gave nothing"),
      ], profiles: [profile], samples: samples, series: [scattering, particles, radius],
      bands: bands, process: process)
  }

  private static var outcome: FitFile.Outcome {
    var outcome = FitFile.Outcome()
    outcome.hasConverged = true
    outcome.reason = "a further step changes chi-square next to nothing"
    outcome.method = "least-squares"
    outcome.loss = "none"
    outcome.seed = 7
    outcome.derivatives = "forward sensitivities"
    outcome.points = 9
    outcome.unknowns = 3
    outcome.chiSquare = 2.25
    outcome.objective = 2.25
    outcome.aic = 8.25
    outcome.bic = 8.8
    outcome.wallTime = 1.5
    return outcome
  }

  private static let parameters = [
    FitFile.Parameter(
      name: "material.surface_energy", identifier: "material_surface_energy", unit: "J/m^2",
      scale: "lin", value: 0.15, standardError: 0.01, lower: 0.05, upper: 0.3, start: 0.1),
    FitFile.Parameter(
      name: "reaction[0].k", identifier: "reaction_0_k", unit: "1/s", scale: "log", value: 2,
      standardError: nil, lower: 0.5, upper: 2, start: 1),
  ]

  private static let profile = FitFile.Profile(
    identifier: "material_surface_energy", values: [0.14, 0.15, 0.16], rises: [1, 0, 1.5],
    others: [[0.14, 2], [0.15, 2], [0.16, 2]],
    intervals: [FitFile.Profile.Interval(threshold: 1, lower: 0.14, upper: nil)])

  private static let samples = FitFile.Samples(
    draws: [[[0.15, 0.16, 0.14], [0.155, 0.15, 0.149]], [[2, 1.9, 1.8], [1.7, 2, 1.95]]],
    logDensity: [[-1, -1.5, -1.2], [-2, -1.1, -1]], acceptance: [0.4, 0.5])

  /// Two frames of different lengths.
  private static let scattering = FitFile.Series(
    name: "SAXS", kind: .saxs, quantity: "scattered intensity", unit: "1/cm",
    frames: [
      FitFile.Frame(
        time: 10, places: [0.1, 0.2, 0.4], data: [5, 4, 1], deviation: [1, 1, 0.5],
        model: [4, 4, 1.5]),
      FitFile.Frame(
        time: 20, places: [0.1, 0.3], data: [9, 3], deviation: [2, 1], model: [9, 3]),
    ], scale: 1.25, chiSquare: 2, points: 5)

  private static let particles = FitFile.Series(
    name: "TEM", kind: .tem, quantity: "particles in the bin", unit: "1",
    frames: [
      FitFile.Frame(
        time: 20, places: [3, 3.5], data: [4, 9], deviation: [2, 3], model: [4, 9])
    ], scale: nil, chiSquare: 0, points: 2)

  private static let radius = FitFile.Series(
    name: "radius", kind: .quantity, quantity: "radius_mean", unit: "nm",
    frames: [
      FitFile.Frame(time: 10, places: [0], data: [1.5], deviation: [0.1], model: [1.45]),
      FitFile.Frame(time: 20, places: [0], data: [2], deviation: [0.1], model: [2]),
    ], scale: nil, chiSquare: 0.25, points: 2)

  private static let bands = FitFile.Bands(
    source: "posterior", draws: 200,
    runs: [
      FitFile.Bands.Run(
        series: ["SAXS", "TEM", "radius"],
        bands: [
          FitFile.Bands.Band(
            quantity: "radius_mean", unit: "nm", times: [0, 10, 20], best: [nil, 1.45, 2],
            lower: [nil, 1.4, 1.9], median: [nil, 1.46, 2.01], upper: [nil, 1.5, 2.1])
        ])
    ])

  private static let process = RunProcess(
    scenario: "schema = 1", resolvedScenario: "schema = 1", overrides: ["run.seed=2"], seed: 7,
    crystalFloor: 30, options: [RunProcess.Entry("gibbs_thomson", "exponential")],
    versions: [RunProcess.Entry("qdsynth", "0.1.0")],
    inputs: [RunProcess.Entry("saxs.h5", "00ff")], provenance: "",
    fileTime: "2026-11-21T17:00:00Z")
}
