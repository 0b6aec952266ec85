import Foundation
import Kinetics
import Synchronization
import Synthesis

/// Holds the mean of realizations against the balance, law by law.
///
/// Means at a volume V and at 4V differ from those of an infinite volume by 1/V, which
/// (4 m_4V - m_V)/3 is free of: L. F. Richardson, *Phil. Trans. R. Soc. A* **210**, 307 (1911),
/// doi:10.1098/rsta.1911.0009. That a law's rate is met counts only where a rate that is one per cent
/// higher would have been found out.
struct RealizationCheck {
  let validationCase: ValidationCase
  let tier: Tier

  func claims() throws(CaseError) -> [Claim] {
    let limits = try limits()
    let count = tier == .full ? Int.max : validationCase.options.quickCount
    let trials = try LawTrial.all(validationCase.options.constants).flatMap { $0.prefix(count) }
    let found = Mutex([[Claim]](repeating: [], count: trials.count))
    DispatchQueue.concurrentPerform(iterations: trials.count) { place in
      let claims = self.claims(trials[place], limits)
      found.withLock { $0[place] = claims }
    }
    return found.withLock { $0.flatMap(\.self) }
  }

  /// The interval of each quantity.
  private func limits() throws(CaseError) -> [ClosedRange<Double>] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let columns = [
      try reference.place(of: "quantity"), try reference.place(of: "from"),
      try reference.place(of: "to"),
    ]
    return try validationCase.quantities.map { (quantity) throws(CaseError) in
      guard let row = reference.rows.first(where: { $0[columns[0]] == quantity }) else {
        throw .bad("\(reference.path): there is no \"\(quantity)\"")
      }
      return try reference.number(row, columns[1])...(try reference.number(row, columns[2]))
    }
  }

  private func claims(_ trial: LawTrial, _ limits: [ClosedRange<Double>]) -> [Claim] {
    let volume = LawTrial.molecules / PhysicalConstants.avogadro
    do throws(CaseError) {
      let measure = try trial.measure(in: volume)
      return try zip(validationCase.quantities, limits).map {
        (quantity, limit) throws(CaseError) -> Claim in
        let experiment = quantity == "deviation" ? trial.experiment : trial.raised
        let (deviation, error) = try deviation(of: experiment, measure, in: volume)
        let outside = max(0, limit.lowerBound - deviation, deviation - limit.upperBound)
        return Claim(
          validationCase,
          "\(quantity) of \(trial.name): \(measure.name), \(measure.replicates) realizations",
          of: quantity, expected: "\(limit.lowerBound.shown) to \(limit.upperBound.shown)",
          found: "\(deviation.brief) of \((100 * error).brief) %", error: outside)
      }
    } catch {
      return [Claim(validationCase, failing: "\(trial.name): \(error.description)")]
    }
  }

  /// How many standard errors the mean of an infinite volume lies off the balance, and the error, as
  /// a share of it.
  private func deviation(
    of experiment: Experiment, _ measure: LawMeasure, in volume: Double
  ) throws(CaseError) -> (deviation: Double, error: Double) {
    var experiment = experiment
    experiment.duration = measure.time
    experiment.outputs = [measure.time]
    var (mean, square) = (0.0, 0.0)
    for (scale, weight) in [(1.0, -1.0 / 3), (4, 4.0 / 3)] {
      let ensemble = EnsembleMean(of: experiment, in: scale * volume, 0..<measure.replicates) {
        [LawTrial.quantities($0)[measure.place]]
      }
      if let fault = ensemble.fault { throw .bad(fault) }
      mean += weight * ensemble.means[0]
      square += weight * weight * ensemble.variance(0) / ensemble.count
    }
    let error = square.squareRoot()
    return (abs(mean - measure.expected) / error, error / measure.expected)
  }
}
