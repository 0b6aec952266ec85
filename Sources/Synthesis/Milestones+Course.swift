extension Milestones {
  /// Finds the events of a run, which goes straight between its points.
  ///
  /// - Parameter course: the run in the order of time; the closer, the better. Two points at one time
  ///   are an abrupt change.
  public init(of course: [Glance]) {
    self.init()
    let conversion = course.curve { $0.conversion }
    findNucleation(course)
    findSupply(course)
    let supersaturation = course.curve { $0.supersaturation }
    if let highest = supersaturation.highest {
      let peak = supersaturation.extremum(around: highest)
      (supersaturationPeak.time, highestSupersaturation) = (peak.time, peak.value)
    }
    findFocusing(course)
    let moments = [
      \Milestones.nucleation10, \.nucleation90, \.nucleationPeak, \.supplyMeetsUptake,
      \.supersaturationPeak, \.narrowest,
    ]
    for moment in moments {
      self[keyPath: moment].conversion = self[keyPath: moment].time.flatMap(conversion.value)
    }
  }

  /// Fewer nuclei than this share of the largest number of crystals are none.
  private static let fewNuclei = 1e-6
  /// While crystals are fewer than this share of their largest number, their spread is not spoken of.
  private static let fewCrystals = 1e-3

  private mutating func findNucleation(_ course: [Glance]) {
    let births = course.curve { $0.nucleationRate * $0.volume }
    let nuclei = CumulatedFlow(times: births.times, rates: births.values)
    let crystals = course.reduce(0) { max($0, $1.number * $1.volume) }
    guard nuclei.total > Self.fewNuclei * crystals, let highest = births.highest else { return }
    nucleation10.time = nuclei.time(ofShare: 0.1)
    nucleation90.time = nuclei.time(ofShare: 0.9)
    nucleationPeak.time = births.extremum(around: highest).time
    guard let end = nucleation90.time else { return }
    let growth = course.curve { $0.crystalUptakeRate * $0.volume }
    let uptake = CumulatedFlow(times: growth.times, rates: growth.values)
    if uptake.total > 0 { nucleationOverlap = uptake.amount(at: end) / uptake.total }
    let supply = course.curve { $0.supplyRate * $0.volume }.value(at: end)
    if let supply, let taken = growth.value(at: end), taken > 0 {
      supplyOverUptake = supply / taken
    }
  }

  private mutating func findSupply(_ course: [Glance]) {
    let peak = nucleationPeak.time ?? 0
    for (before, after) in zip(course, course.dropFirst()) where after.time >= peak {
      let surplus = before.supplyRate - before.crystalUptakeRate
      let deficit = after.crystalUptakeRate - after.supplyRate
      guard surplus > 0, deficit >= 0 else { continue }
      supplyMeetsUptake.time =
        before.time + (after.time - before.time) * surplus / (surplus + deficit)
      return
    }
  }

  private mutating func findFocusing(_ course: [Glance]) {
    let most = course.reduce(0) { max($0, $1.number * $1.volume) }
    let populated = course.filter { $0.number * $0.volume >= Self.fewCrystals * most }
    let dispersion = populated.curve { $0.dispersion }
    let turns = TurningPoints(dispersion)
    dispersionTurns = Turns(of: turns)
    sdTurns = Turns(of: TurningPoints(populated.curve { $0.radiusSD }))
    let born = nucleation90.time ?? 0
    let ends = turns.isFalling == true ? dispersion.times.suffix(1) : []
    let narrow = (turns.minima.filter { $0 >= born } + ends).compactMap { time in
      dispersion.value(at: time).map { (time: time, dispersion: $0) }
    }
    guard let narrowest = narrow.min(by: { $0.dispersion < $1.dispersion }) else { return }
    (self.narrowest.time, lowestDispersion) = (narrowest.time, narrowest.dispersion)
  }
}

extension Milestones.Turns {
  fileprivate init(of points: TurningPoints) {
    (toDefocusing, toFocusing) = (points.minima, points.maxima)
  }
}

extension [Glance] {
  /// A quantity at the points that have it.
  fileprivate func curve(_ value: (Glance) -> Double?) -> Curve {
    var curve = Curve()
    for point in self {
      guard let value = value(point) else { continue }
      curve.times.append(point.time)
      curve.values.append(value)
    }
    return curve
  }
}
