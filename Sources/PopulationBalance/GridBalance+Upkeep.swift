import Checkpoints
import Kinetics
import Sundials
import Synthesis

extension GridBalance: FlaskBalance {
  /// A cell counts as empty below this share of its tolerance.
  private static var emptiness: Double { 1e-3 }

  private func permit(largest: Int, at time: Double) throws(Interruption) {
    guard largest > grid.largest else { return }
    let remedy =
      coagulation?.gels == true
      ? "coalescence gels: end the run before, or use another kernel" : "raise grid.largest"
    throw Interruption(
      cause: .failed, time: time,
      reason: "clusters outgrow the largest size allowed, \(grid.largest) units; \(remedy)")
  }

  /// Refuses a linear Gibbs-Thomson form where it gives no rate.
  private func admitLinear(at time: Double) throws(Interruption) {
    guard let size = tables.brokenLinearSize else { return }
    throw Interruption(
      cause: .failed, time: time,
      reason: "gibbs_thomson = \"linear\" makes the detachment of clusters of "
        + "\(size) units zero or negative, since 1 + dE/kT <= 0 there; use \"exponential\"")
  }

  mutating func settle(
    _ flask: inout FlaskState, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    grow(to: statistics.largestCluster)
    try permit(largest: Int(transport.cells.lowerEdge(transport.cells.count)) + 1, at: flask.time)
    widen(&flask.amounts)
    let temperature = solution.temperature(at: flask.time, state: flask.amounts.span)
    let volume = volume(at: flask.time)
    _ = surround(flask.amounts.span, volume: volume, temperature: temperature)
    let nuclei = sizeOfNuclei(volume: volume)
    try admit(nuclei: nuclei, at: flask.time)
    if nuclei > transport.cells.largest {
      grow(to: min(nuclei, grid.largest))
      widen(&flask.amounts)
      _ = surround(flask.amounts.span, volume: volume, temperature: temperature)
    }
    try admitLinear(at: flask.time)
    statistics.largestCluster = max(statistics.largestCluster, transport.cells.largest)
  }

  static func tend<Holder: CellHolder>(
    _ integrator: inout StiffIntegrator<Holder>, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    let time = integrator.time
    let balance = integrator.problem.resolved
    let threshold = emptiness * balance.solution.tolerances.absolute * balance.scale
    let first = balance.layout.cornerCount
    let census = integrator.withState {
      Census(
        $0, in: balance.layout.clusters(inStateOf: $0.count), units: balance.transport.units,
        threshold: threshold)
    }
    try balance.admitLinear(at: time)
    integrator.countOccupied(first + balance.layout.arrayCount * census.occupied)
    statistics.largestNegative = min(statistics.largestNegative, census.lowest / balance.scale)
    statistics.shareNearTop = max(statistics.shareNearTop, census.nearTop / balance.scale)
    let nuclei = balance.sizeOfNuclei(volume: balance.volume(at: time))
    try balance.admit(nuclei: nuclei, at: time)
    let largest = balance.transport.cells.largest
    // Two of the largest may meet.
    var front = balance.transport.cells.last(census.front) * (balance.coagulation == nil ? 1 : 2)
    front = max(front, nuclei)
    guard front > largest - largest / 8 - 16 else { return }
    if balance.grid.top == .growing { try balance.permit(largest: largest + 1, at: time) }
    // Where all pairs meet, new cells cost more than wide room.
    let room = balance.coagulation == nil ? largest / 4 + 32 : largest
    let wanted = min(max(largest, front) + room, balance.grid.largest)
    guard wanted > largest else { return }
    integrator.withProblem { $0.grow(to: wanted) }
    let count = integrator.problem.resolved.stateCount
    statistics.largestCluster = integrator.problem.resolved.transport.cells.largest
    try failing(at: time) { () throws(SundialsError) in try integrator.grow(to: count) }
  }

  /// Refuses nuclei that a fixed grid cannot hold.
  private func admit(nuclei: Int, at time: Double) throws(Interruption) {
    guard nuclei - 16 > grid.largest else { return }
    throw Interruption(
      cause: .failed, time: time,
      reason: "nuclei of \(nuclei - 16) units are larger than the grid, \(grid.largest) units; "
        + "raise grid.largest")
  }

  /// What the grid must hold of the nuclei of a closure, units; zero where they do not matter.
  private func sizeOfNuclei(volume: Double) -> Int {
    guard let birth else { return 0 }
    // In an hour, less than the absolute tolerance.
    let matter = birth.rate * birth.units * volume / PhysicalConstants.avogadro * 3600
    guard matter > solution.tolerances.absolute * scale, birth.units < 1e8 else { return 0 }
    return Int(birth.units) + 16
  }
}

extension GridBalance: Keepable {
  /// Of `transport`, its cells and its floor.
  ///
  /// Made anew, from the experiment and on entering the stretch: `solution`, `tables`, `coagulation`,
  /// `passengers`, `keepsFloor`; with the state: `shapes`, `birth`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("grid")
    var (cells, largest) = (transport.cells.count, transport.cells.largest)
    var floor = transport.floor
    try tape.pass(&cells)
    try tape.pass(&largest)
    try tape.pass(&floor)
    guard tape.isReading else { return }
    guard largest >= 2, largest <= max(grid.largest, transport.cells.largest) + largest / 8 else {
      throw .mismatch(part: "the grid")
    }
    grow(to: largest)
    while transport.cells.count < cells { grow(to: transport.cells.largest + 1) }
    transport.floor = floor
  }
}
