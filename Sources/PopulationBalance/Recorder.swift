import Kinetics
import RealModule
import Synthesis

/// Turns states of a balance into frames and size distributions.
struct Recorder {
  private(set) var frames: [Frame] = []
  private(set) var everySize: [[Double]] = []
  private var cells = FineCells()
  private let floor: Int
  private let keepsEverySize: Bool

  init(_ experiment: Experiment) {
    floor = experiment.crystalFloor
    keepsEverySize = experiment.keepsEverySize
  }

  /// Adds the flask at a time.
  ///
  /// - Parameter supplied: units that were put in so far, mol.
  mutating func record(
    _ state: [Double], at time: Double, supplied: Double, of balance: inout LadderBalance
  ) {
    let layout = balance.layout
    let volume = balance.volume(at: time)
    let temperature = balance.temperature(at: time, state: state.span)
    balance.tables.refresh(in: Medium(temperature: temperature))
    var frame = Frame()
    frame.time = time
    frame.temperature = temperature
    frame.volume = volume
    frame.species = balance.network.species.indices.map { state[$0] / volume }
    frame.solute = frame.species[balance.network.solute]
    frame.supersaturation = balance.supersaturation(of: frame.solute, at: temperature)
    frame.lost = state[layout.lost] / volume
    countCrystals(state, &frame, balance)
    let dissolved = balance.network.species.indices.reduce(0) {
      $0 + balance.network.species[$1].units * state[$1]
    }
    let inClusters = (frame.subcritical + frame.inCrystals) * volume
    let kept = dissolved + inClusters
    frame.yield = kept > 0 ? frame.inCrystals * volume / kept : 0
    frame.matterDefect = (kept + state[layout.lost] - supplied) / balance.scale
    frame.nucleationRate = balance.flux(into: floor, state: state, volume: volume)
    frame.criticalRadius = balance.criticalRadius(state: state, volume: volume)
    frames.append(frame)
    cells.add(state, layout: layout, volume: volume)
    if keepsEverySize {
      everySize.append(
        state[layout.cornerCount...].map { $0 * PhysicalConstants.avogadro / volume })
    }
  }

  private func countCrystals(_ state: [Double], _ frame: inout Frame, _ balance: LadderBalance) {
    let layout = balance.layout
    let largest = layout.largest(in: state.count)
    var (number, length, area) = (0.0, 0.0, 0.0)
    var (below, above) = (CompensatedSum(), CompensatedSum())
    for n in 2...largest {
      let amount = state[layout.cluster(n)]
      if n < floor {
        below += Double(n) * amount
        continue
      }
      let r = balance.tables.ladder.radius(ofUnits: Double(n))
      number += amount
      length += r * amount
      area += 4 * .pi * r * r * amount
      above += Double(n) * amount
    }
    let perVolume = PhysicalConstants.avogadro / frame.volume
    frame.subcritical = below.value / frame.volume
    frame.inCrystals = above.value / frame.volume
    frame.number = number * perVolume
    frame.area = area * perVolume
    // Fewer than one crystal in 10^30 units is no crystal but the integrator's noise.
    guard number > 1e-30 * balance.scale, largest >= floor else { return }
    let mean = length / number
    var variance = 0.0
    for n in floor...largest {
      let deviation = balance.tables.ladder.radius(ofUnits: Double(n)) - mean
      variance += deviation * deviation * state[layout.cluster(n)]
    }
    frame.radiusMean = mean * 1e9
    frame.radiusSD = .sqrt(max(0, variance / number)) * 1e9
  }

  /// The recorded distributions on at most 400 bins.
  func distributions(on ladder: Ladder) -> SizeDistributions {
    cells.rebinned(to: 400, on: ladder)
  }
}

extension LadderBalance {
  /// c/c_inf; nil where the solid is insoluble.
  fileprivate func supersaturation(of solute: Double, at temperature: Double) -> Double? {
    let solubility = tables.ladder.solubility.at(temperature)
    return solubility > 0 ? solute / solubility : nil
  }

  /// Net flux from one unit less into clusters of `units`, 1/(m³ s).
  fileprivate func flux(into units: Int, state: [Double], volume: Double) -> Double {
    let top = layout.largest(in: state.count)
    guard units >= 2, units <= top else { return 0 }
    let solute = state[network.solute]
    let smaller = units == 2 ? solute : state[layout.cluster(units - 1)]
    let flux =
      tables.attachment[units - 1] * (solute / volume) * smaller
      - tables.detachment[units] * state[layout.cluster(units)]
    return flux * PhysicalConstants.avogadro / volume
  }

  /// The radius (nm) at which attachment balances detachment, below which a particle dissolves.
  ///
  ///     a(n) c_1 = b(n)
  fileprivate func criticalRadius(state: [Double], volume: Double) -> Double? {
    let concentration = state[network.solute] / volume
    let top = layout.largest(in: state.count)
    var before = -1.0
    for n in 2...top {
      let gain = tables.attachment[n] * concentration - tables.detachment[n]
      if gain > 0, before < 0, n > 2 {
        let units = Double(n) - gain / (gain - before)
        return tables.ladder.radius(ofUnits: units) * 1e9
      }
      before = gain
    }
    return nil
  }
}
