import Checkpoints
import Kinetics
import Synthesis

/// Particles by size over all replicates: for each time and bin, sums of whole numbers.
///
/// Bins hold one size each up to 40 units, and then 4 % of their size, so that none of them is ever
/// merged and the numbers of replicates can be squared as they come. As every sum is exact, the order
/// of the replicates does not matter.
struct SizeStatistics: Sendable {
  fileprivate struct Sums {
    var counts: [Int] = []
    var squares: [Int128] = []
    var units: [Int] = []

    /// Adds the particles that a replicate has in a cell.
    mutating func add(_ count: Int, to cell: Int) {
      guard count > 0 else { return }
      counts.reach(cell)
      squares.reach(cell)
      counts[cell] += count
      squares[cell] += Int128(count) * Int128(count)
    }

    /// Standard deviation of the particles in a cell, with n - 1; zero for a single replicate.
    func sd(in cell: Int, of replicates: Double) -> Double {
      guard replicates > 1, cell < counts.count else { return 0 }
      let mean = Double(counts[cell]) / replicates
      let excess = Double(squares[cell]) - mean * Double(counts[cell])
      return (max(0, excess) / (replicates - 1)).squareRoot()
    }
  }

  private var cells = SizeCells(unitCount: 40, ratio: 0.04)
  private var times: [Sums] = []
  /// Whole numbers on finer bins, of which means alone are asked: one size each up to 200 units, then
  /// 0.4 % of their size.
  private var fineCells = SizeCells(unitCount: 200, ratio: 0.004)
  private var fineTimes: [FineSums] = []

  fileprivate struct FineSums {
    var counts: [Int] = []
    var units: [Int] = []
  }

  /// Adds the particles of a replicate, time by time.
  mutating func add(_ samples: [SizeSample]) {
    let largest = samples.reduce(2) { max($0, $1.units.last ?? 2) }
    cells.grow(to: largest)
    fineCells.grow(to: largest)
    while times.count < samples.count {
      times.append(Sums())
      fineTimes.append(FineSums())
    }
    for (time, sample) in samples.enumerated() {
      add(sample, to: &times[time])
      for (size, number) in zip(sample.units, sample.counts) {
        let cell = fineCells.cell(of: Double(size))
        fineTimes[time].counts.reach(cell)
        fineTimes[time].units.reach(cell)
        fineTimes[time].counts[cell] += number
        fineTimes[time].units[cell] += size * number
      }
    }
  }

  /// Sizes follow one another in order, so that those of a cell lie together.
  private func add(_ sample: SizeSample, to sums: inout Sums) {
    var (open, count) = (2, 0)
    for (size, number) in zip(sample.units, sample.counts) {
      let cell = cells.cell(of: Double(size))
      if cell != open {
        sums.add(count, to: open)
        (open, count) = (cell, 0)
      }
      count += number
      sums.units.reach(cell)
      sums.units[cell] += size * number
    }
    sums.add(count, to: open)
  }

  /// Mean numbers and units per volume, and between replicates the standard deviation of the numbers.
  ///
  /// - Parameters:
  ///   - volumes: at each time, m³.
  ///   - replicates: those that reached each time.
  func distributions(
    volumes: [Double], replicates: [Int], on ladder: Ladder
  ) -> (mean: SizeDistributions, sd: [[Double]]) {
    let occupied = times.map { $0.counts.lastIndex { $0 > 0 } ?? 2 }.max() ?? 2
    let bins = 2...max(2, occupied)
    let edges = [cells.lowerEdge(2)] + bins.map { cells.upperEdge(min($0, max(2, cells.count))) }
    var (numbers, units, sds) = ([[Double]](), [[Double]](), [[Double]]())
    for (time, sums) in times.enumerated() where time < volumes.count {
      let (volume, all) = (volumes[time], Double(replicates[time]))
      numbers.append(bins.map { Double(sums.counts.at($0)) / (all * volume) })
      let moles = PhysicalConstants.avogadro * all * volume
      units.append(bins.map { Double(sums.units.at($0)) / moles })
      sds.append(bins.map { sums.sd(in: $0, of: all) / volume })
    }
    let mean = SizeDistributions(
      edges: edges, radii: edges.map { ladder.radius(ofUnits: $0) * 1e9 }, numbers: numbers,
      units: units)
    return (mean, sds)
  }

  /// Mean numbers and units per volume on the finer bins.
  func fineDistributions(
    volumes: [Double], replicates: [Int], on ladder: Ladder
  ) -> SizeDistributions {
    let bins = 2...max(2, fineCells.count)
    let edges = [fineCells.lowerEdge(2)] + bins.map { fineCells.upperEdge($0) }
    let all = zip(volumes, replicates).map { $0 * Double($1) }
    return SizeDistributions(
      edges: edges, radii: edges.map { ladder.radius(ofUnits: $0) * 1e9 },
      numbers: zip(fineTimes, all).map { sums, volume in
        bins.map { Double(sums.counts.at($0)) / volume }
      },
      units: zip(fineTimes, all).map { sums, volume in
        bins.map { Double(sums.units.at($0)) / (PhysicalConstants.avogadro * volume) }
      })
  }
}

extension [Int] {
  fileprivate func at(_ place: Int) -> Int { place < count ? self[place] : 0 }
}

extension Array where Element: AdditiveArithmetic {
  /// Makes room for a place.
  fileprivate mutating func reach(_ place: Int) {
    if place >= count { self += Array(repeating: .zero, count: place + 1 - count) }
  }
}

// MARK: - Keeping

extension SizeStatistics: Keepable {
  /// Made anew, from the largest size: `cells`, `fineCells`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("sizes")
    var (largest, largestFine) = (cells.largest, fineCells.largest)
    try tape.pass(&largest)
    try tape.pass(&largestFine)
    try tape.pass(&times)
    try tape.pass(&fineTimes)
    guard tape.isReading else { return }
    cells.grow(to: largest)
    fineCells.grow(to: largestFine)
  }
}

extension SizeStatistics.Sums: KeepableValue {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&counts)
    try tape.pass(&squares)
    try tape.pass(&units)
  }
}

extension SizeStatistics.FineSums: KeepableValue {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&counts)
    try tape.pass(&units)
  }
}
