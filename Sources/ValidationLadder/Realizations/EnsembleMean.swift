import ClusterMonteCarlo
import Synthesis

/// The mean and the spread of what realizations give at one output.
struct EnsembleMean: Sendable {
  private(set) var count = 0.0
  private(set) var means: [Double] = []
  private var squares: [Double] = []
  /// Whether a unit was ever lost, or a realization ended early.
  private(set) var fault: String?

  /// Of so many realizations in a volume (m³), from a number on.
  init(
    of experiment: Experiment, in volume: Double, _ numbers: Range<Int>,
    _ read: ([Frame]) -> [Double]
  ) {
    var sampled = experiment
    sampled.monteCarlo = MonteCarlo(volume: volume)
    for number in numbers {
      let realization = sampled.realization(number)
      if let interruption = realization.interruption { fault = interruption.reason }
      if realization.frames.contains(where: { $0.matterDefect != 0 }) {
        fault = "matter is lost in realization \(number)"
      }
      guard fault == nil else { return }
      add(read(realization.frames))
    }
  }

  /// Sums that round-off does not spoil.
  ///
  /// B. P. Welford, *Technometrics* **4**, 419 (1962), doi:10.1080/00401706.1962.10490022.
  private mutating func add(_ values: [Double]) {
    if count == 0 { (means, squares) = (values.map { _ in 0 }, values.map { _ in 0 }) }
    count += 1
    for (place, value) in values.enumerated() {
      let difference = value - means[place]
      means[place] += difference / count
      squares[place] += difference * (value - means[place])
    }
  }

  func variance(_ place: Int) -> Double { squares[place] / (count - 1) }
}
