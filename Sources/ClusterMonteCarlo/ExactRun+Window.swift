import Kinetics
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// Makes new bounds around the present medium, with room for the present particles.
  mutating func makeWindow() throws(Interruption) {
    isExpired = false
    statistics.windows += 1
    area.recount(population)
    let medium = medium
    var isNew = false
    if !box.contains(medium) || time >= box.until || needsRoom || box.volume.lowerBound == 0 {
      try makeLadderWindow(around: medium)
      isNew = true
    }
    makeBirthWindow(around: medium)
    if isNew || !cargoBox.contains(medium) || time >= cargoBox.until {
      makeCargoWindow(around: medium)
    }
    sumSideRate()
    let boxes = [box, birthBox, cargoBox]
    let lowest = boxes.reduce(0) { max($0, low($1, medium)) }
    let highest = boxes.reduce(Int.max) { min($0, high($1, medium)) }
    warmth =
      boxes.reduce(0) {
        max($0, $1.temperature.lowerBound)
      }...boxes.reduce(.infinity) {
        min($0, $1.temperature.upperBound)
      }
    monomers = min(lowest, molecules[monomer])...max(highest, molecules[monomer])
  }

  private func low(_ box: MediumBox, _ medium: Medium<Double>) -> Int {
    let volume = max(surroundings.volume(at: time), box.volume.upperBound)
    let molar = PhysicalConstants.avogadro * volume
    return Int((box.solute.lowerBound * molar).rounded(.up))
  }

  private func high(_ box: MediumBox, _ medium: Medium<Double>) -> Int {
    let molar = PhysicalConstants.avogadro * surroundings.volume(at: time)
    let highest = box.solute.upperBound * molar
    return highest < 1e18 ? Int(highest) : Int(1e18)
  }

  private var needsRoom: Bool { statistics.largestParticle >= population.room }

  private mutating func makeLadderWindow(around medium: Medium<Double>) throws(Interruption) {
    let ladder = bounds.ladder
    var reads = ladder.reads
    if let coalescence { reads.formUnion(coalescence.coalescence.law.reads) }
    box = self.box(around: medium, reading: reads)
    let largest = try roomWanted()
    bounds.refresh(
      over: box.corners(of: medium, reading: ladder.reads), upTo: largest,
      floor: births == nil ? 2 : floor)
    if let size = bounds.brokenLinearSize {
      throw Interruption(
        cause: .failed, time: time,
        reason: "gibbs_thomson = \"linear\" makes the detachment of clusters of "
          + "\(size) units zero or negative, since 1 + dE/kT <= 0 there; use \"exponential\"")
    }
    if coalescence != nil {
      coalescence?.grow(to: largest)
      coalescence?.refresh(over: box.corners(of: medium, reading: reads))
    }
    population.sort(by: bounds, grouping: coalescence?.starts ?? [])
    coalescence?.follow(&population.groups)
    dilution = 1 / (PhysicalConstants.avogadro * box.volume.lowerBound)
    let ends = Set([box.temperatures.lowerBound, box.temperatures.upperBound])
    let volumes = Set([box.volume.lowerBound, box.volume.upperBound])
    chemistry.refresh(
      over: ends.flatMap { end in volumes.map { (end, $0) } }, molecules)
  }

  /// The largest size that there must be rates for, units.
  private func roomWanted() throws(Interruption) -> Int {
    var wanted = max(64, population.room)
    let largest = statistics.largestParticle
    // Two of the largest may meet.
    let reach = coalescence == nil ? largest + 1 : 2 * largest
    if reach > wanted || needsRoom { wanted = reach + reach / 4 + 64 }
    let limit = experiment.grid.largest
    guard wanted > limit else { return wanted }
    if largest >= limit, experiment.grid.top == .growing {
      throw Interruption(
        cause: .failed, time: time,
        reason: "clusters outgrow the largest size allowed, \(limit) units; raise grid.largest")
    }
    return max(limit, reach)
  }

  private mutating func makeBirthWindow(around medium: Medium<Double>) {
    guard let births else {
      birthBox = box(around: medium, reading: [])
      return
    }
    let ladder = bounds.ladder
    birthBox = box(around: medium, reading: births.reads(on: ladder))
    let birth = births.birth(on: ladder, in: medium)
    if birth.rate > 0 { lowerFloor(toNucleus: birth.units) }
    let corners = birthBox.corners(of: medium, reading: births.reads(on: ladder)).flatMap {
      corner in
      Set([birthBox.volume.lowerBound, birthBox.volume.upperBound]).map { (corner, $0) }
    }
    self.births?.refresh(over: corners, on: ladder)
  }

  /// A nucleus of so many units is born: where the smallest so far decides below what size particles
  /// dissolve, it may be this one.
  mutating func lowerFloor(toNucleus units: Double) {
    guard let closure = births?.closure, closure.law.bears, closure.dissolvesBelow == nil
    else { return }
    lowerFloor(to: units)
  }

  /// Under a closure, lets particles of so many units exist.
  mutating func lowerFloor(to units: Double) {
    guard births != nil, units < Double(floor) else { return }
    floor = max(2, Int(units))
    isExpired = true
    box.until = time
  }

  private mutating func makeCargoWindow(around medium: Medium<Double>) {
    guard Population.isListed, !cargoRates.dopants.isEmpty else {
      cargoBox = box(around: medium, reading: [])
      return
    }
    let reads = cargoRates.reads(on: bounds.ladder)
    cargoBox = box(around: medium, reading: reads)
    cargoRates.refresh(
      over: cargoBox.corners(of: medium, reading: reads), upTo: bounds.largest)
    bindCargo()
  }

  /// How far the medium may go from where it is, where it goes and is read.
  private func box(
    around medium: Medium<Double>, reading reads: MediumVariables
  ) -> MediumBox {
    let stretch = surroundings.stretch
    var until = stretch.upperBound
    let set = surroundings.setPoint(at: time)
    let slope =
      abs(surroundings.setPoint(at: until) - set) / max(until - time, .leastNormalMagnitude)
    if slope > 0, !surroundings.hasHeat { until = min(until, time + WindowWidth.kelvin / slope) }
    let volume = surroundings.volume(at: time)
    if surroundings.inflow > 0 {
      until = min(until, time + WindowWidth.share * volume / surroundings.inflow)
    }
    return MediumBox(
      temperature: surroundings.hasHeat
        ? .around(medium.temperature, by: WindowWidth.kelvin)
        : span(set, surroundings.setPoint(at: until)),
      solute: reads.contains(.solute) ? fluctuations(of: medium.solute, volume) : 0...(.infinity),
      partner: reads.contains(.partner)
        ? fluctuations(of: medium.partner, volume) : 0...(.infinity),
      coverage: reads.contains(.coverage)
        ? .around(medium.coverage, by: WindowWidth.coverage) : (-.infinity)...(.infinity),
      binding: reads.contains(.binding)
        ? (1 - WindowWidth.share) * medium.binding...(1 + WindowWidth.share) * medium.binding
        : (-.infinity)...(.infinity),
      volume: volume...surroundings.volume(at: until), until: until,
      hasHeat: surroundings.hasHeat)
  }

  /// Concentrations (mol/m³) that a species may soon have in a volume, m³.
  private func fluctuations(of concentration: Double, _ volume: Double) -> ClosedRange<Double> {
    let molar = PhysicalConstants.avogadro * volume
    let number = concentration * molar
    let reach = max(WindowWidth.share * number, 4 * number.squareRoot() + 8)
    return max(0, number - reach) / molar...(number + reach) / molar
  }

  private func span(_ one: Double, _ other: Double) -> ClosedRange<Double> {
    min(one, other)...max(one, other)
  }
}

/// How far the medium goes before bounds are made anew: wide windows refuse many candidates, narrow
/// ones are made often.
private enum WindowWidth {
  /// K.
  static let kelvin = 0.5
  /// Of concentrations and the volume.
  static let share = 0.02
  static let coverage = 0.01
}
