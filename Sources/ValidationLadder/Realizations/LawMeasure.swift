import Kinetics
import PopulationBalance
import RealModule
import Synthesis

/// What shows a law's rate best: one quantity at one output, and how many realizations tell it well.
struct LawMeasure: Sendable {
  let name: String
  /// The place among the quantities of the output.
  let place: Int
  /// s.
  let time: Double
  /// What the balance gives.
  let expected: Double
  let replicates: Int

  /// What all realizations take: some of it at their start, the rest in proportion to time.
  fileprivate func cost(of duration: Double) -> Double {
    Double(replicates) * (time + 0.3 * duration)
  }
}

extension LawTrial {
  /// Of the molecules of 1 mol/m³ in the smaller volume.
  static let molecules = 1000.0
  /// Realizations in which the spread is looked at.
  private static let pilots = 24
  /// By how many standard errors the raised rate should show.
  private static let target = 7.0
  /// The largest standard error, as a share of the mean.
  private static let largestError = 2e-3

  /// What the outputs of a run give: each species, the number of particles and Σ n².
  static func quantities(_ frames: [Frame]) -> [Double] {
    frames.flatMap { $0.species + [$0.number, $0.unitsSquared] }
  }

  private func measure(_ place: Int, _ expected: Double, replicates: Int) -> LawMeasure {
    let names = experiment.network.species.map(\.name) + ["number", "units squared"]
    let time = experiment.outputs[place / names.count]
    return LawMeasure(
      name: "\(names[place % names.count]) at \(time.brief) s", place: place % names.count,
      time: time, expected: expected, replicates: replicates)
  }

  /// The measure that costs least.
  ///
  /// The error of (4 m_4V - m_V)/3 from R realizations of both volumes is (20/9 s²/R)^½, where s is
  /// the standard deviation at 4V and twice that at V.
  func measure(in volume: Double) throws(CaseError) -> LawMeasure {
    let runs = [experiment, raised].map { $0.balance() }
    if let interruption = runs.lazy.compactMap(\.interruption).first {
      throw .bad("\(name): the balance stopped: \(interruption.reason)")
    }
    let (plain, shifted) = (Self.quantities(runs[0].frames), Self.quantities(runs[1].frames))
    let pilot = EnsembleMean(of: experiment, in: 4 * volume, -Self.pilots..<0, Self.quantities)
    if let fault = pilot.fault { throw .bad("\(name): \(fault)") }
    var best: LawMeasure?
    for place in plain.indices where plain[place] > 0 {
      let shift = abs(shifted[place] - plain[place])
      let error = min(shift / Self.target, Self.largestError * plain[place])
      // A spread of few realizations may be too small by chance.
      let variance = 1.2 * pilot.variance(place)
      guard shift > 1e-5 * plain[place], variance > 0 else { continue }
      let replicates = max(100, Int((20.0 / 9 * variance / (error * error)).rounded(.up)))
      let measure = measure(place, plain[place], replicates: replicates)
      let cost = measure.cost(of: experiment.duration)
      if cost < best?.cost(of: experiment.duration) ?? .infinity { best = measure }
    }
    guard let best else { throw .bad("\(name): nothing in its flask shows its rate") }
    return best
  }
}

extension Double {
  /// With two digits.
  var brief: String {
    guard self != 0 else { return "0" }
    let power = Double.log10(abs(self)).rounded(.down)
    let scale = Double.pow(10, power - 1)
    let digits = (self / scale).rounded() / 10
    return power == 0 ? "\(digits)" : "\(digits)e\(Int(power))"
  }
}
