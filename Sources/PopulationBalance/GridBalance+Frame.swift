import Kinetics
import RealModule
import Synthesis

extension GridBalance {
  mutating func look(
    at state: [Double], time: Double, supplied: Double
  ) -> (Frame, Population) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state.span)
    let medium = surround(state.span, volume: volume, temperature: temperature)
    var frame = Frame()
    frame.time = time
    frame.temperature = temperature
    frame.volume = volume
    frame.species = solution.dissolved.map { $0 / volume }
    frame.solute = medium.solute
    let solubility = medium(tables.ladder.solubility)
    frame.supersaturation = solubility > 0 ? medium.solute / solubility : nil
    frame.lost = state[layout.lost] / volume
    countCrystals(state, &frame)
    let kept = solution.network.species.indices.reduce(0) {
      $0 + solution.network.species[$1].units * state[$1]
    }
    let all = kept + (frame.subcritical + frame.inCrystals) * volume
    frame.yield = all > 0 ? frame.inCrystals * volume / all : 0
    frame.matterDefect = (all + state[layout.lost] - supplied) / scale
    frame.nucleationRate = fluxThroughFloor(state, volume: volume, in: medium)
    frame.criticalRadius = criticalRadius(in: medium)
    return (frame, population(state, volume: volume))
  }

  /// The first cell of crystals.
  private var floorCell: Int {
    var cell = min(crystalFloor, transport.cells.unitCount)
    while cell < transport.cells.count, transport.units[cell] < Double(crystalFloor) { cell += 1 }
    return cell
  }

  private func countCrystals(_ state: [Double], _ frame: inout Frame) {
    let start = floorCell
    var (number, length, area, squared) = (0.0, 0.0, 0.0, 0.0)
    var (below, above) = (CompensatedSum(), CompensatedSum())
    for cell in 2...transport.cells.count {
      let amount = state[layout.cluster(cell)]
      let units = transport.units[cell]
      if units < Double(crystalFloor) {
        below += units * amount
        continue
      }
      number += amount
      length += shapes.radii[cell] * amount
      area += shapes.areas[cell] * amount
      above += units * amount
      squared += (units * units + varianceInside(cell)) * amount
    }
    let perVolume = PhysicalConstants.avogadro / frame.volume
    frame.subcritical = below.value / frame.volume
    frame.inCrystals = above.value / frame.volume
    frame.number = number * perVolume
    frame.area = area * perVolume
    frame.unitsSquared = squared * perVolume
    // Fewer than one crystal in 10^30 units is no crystal but the integrator's noise.
    guard number > 1e-30 * scale, transport.units[transport.cells.count] >= Double(crystalFloor)
    else { return }
    let mean = length / number
    var variance = 0.0
    for cell in start...transport.cells.count {
      let radius = shapes.radii[cell]
      let deviation = radius - mean
      let inside = shapes.areas[cell] / (4 * .pi) - radius * radius
      variance += (deviation * deviation + inside) * state[layout.cluster(cell)]
    }
    frame.radiusMean = mean * 1e9
    frame.radiusSD = .sqrt(max(0, variance / number)) * 1e9
  }

  /// Variance of the units of the particles in a cell, as if they filled it evenly.
  private func varianceInside(_ cell: Int) -> Double {
    let width = transport.cells.width(cell)
    return width == 1 && transport.cells.isLattice ? 0 : width * width / 12
  }

  /// Net flux of particles through the crystal floor, births above it included, 1/(m³ s).
  private mutating func fluxThroughFloor(
    _ state: [Double], volume: Double, in medium: Medium<Double>
  ) -> Double {
    let cell = floorCell
    guard cell <= transport.cells.count else { return 0 }
    let through = transport.flux(
      over: cell - 1, state: state.span, first: layout.cornerCount,
      solute: solution.dissolved[solution.monomer],
      concentration: medium.solute, attachment: tables.attachment.span,
      detachment: tables.detachment.span)
    let flux = through * PhysicalConstants.avogadro / volume
    guard let birth else { return flux }
    return birth.units >= Double(crystalFloor) ? flux + birth.rate : flux
  }

  /// The radius (nm) at which attachment balances detachment, below which a particle dissolves.
  ///
  ///     a(n) c_1 = b(n)
  private func criticalRadius(in medium: Medium<Double>) -> Double? {
    var before = -1.0
    for cell in 2...transport.cells.count {
      let gain = tables.attachment[cell] * medium.solute - tables.detachment[cell]
      if gain > 0, before < 0, cell > 2 {
        let step = transport.units[cell] - transport.units[cell - 1]
        let units = transport.units[cell] - step * gain / (gain - before)
        return tables.ladder.radius(ofUnits: units) * 1e9
      }
      before = gain
    }
    return nil
  }

  private func population(_ state: [Double], volume: Double) -> Population {
    let cells = transport.cells
    let scale = PhysicalConstants.avogadro / volume
    return Population(
      bounds: (2...cells.count).map {
        cells.lowerEdge($0)...cells.upperEdge($0)
      },
      units: Array(transport.units[2...cells.count]),
      numbers: state[layout.cornerCount...].map { $0 * scale })
  }
}
