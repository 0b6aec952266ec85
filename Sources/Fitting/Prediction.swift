import ClusterMonteCarlo
import Inference
import PopulationBalance
import ScenarioFiles
import Synthesis

/// One quantity of one run at some values.
struct Prediction: Sendable {
  let quantity: String
  let unit: String
  let times: [Double]
  let values: [Double]

  func band(of draws: [Prediction]) -> PredictiveBands.Band {
    let sorted = times.indices.map { place in
      draws.compactMap { draw -> Double? in
        guard draw.values.indices.contains(place) else { return nil }
        return draw.values[place].isFinite ? draw.values[place] : nil
      }.sorted()
    }
    func level(_ share: Double) -> [Double] {
      sorted.map { 2 * $0.count > draws.count ? $0.quantile(share) : .nan }
    }
    return PredictiveBands.Band(
      quantity: quantity, unit: unit, times: times, best: values, lower: level(0.025),
      median: level(0.5), upper: level(0.975))
  }
}

extension ScenarioModel {
  /// Each run to its own end, at its own outputs; nil where one of them fails.
  func predictions(at values: [Double]) -> [[Prediction]]? {
    var runs: [[Prediction]] = []
    for condition in conditions {
      guard let experiment = try? condition.scenario.with(overrides(values)).experiment else {
        return nil
      }
      let trajectory =
        experiment.engine == .balance
        ? experiment.balance()
        : experiment.ensemble(jobs: 1) { _ in .proceed }.trajectory(of: experiment.network)
      guard trajectory.interruption == nil else { return nil }
      let times = trajectory.frames.map(\.time)
      runs.append(
        PredictiveBands.quantities.compactMap { name in
          guard let column = trajectory.summaryColumns.first(where: { $0.name == name }) else {
            return nil
          }
          return Prediction(
            quantity: name, unit: column.unit, times: times,
            values: trajectory.frames.map { column.value($0) ?? .nan })
        })
    }
    return runs
  }
}
