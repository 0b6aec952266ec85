import Kinetics
import RealModule
import Synthesis

extension GridBalance {
  /// Tables and nuclei are those of the last evaluation, which the end of a step differs from by less
  /// than its tolerance.
  mutating func glance(at state: Span<Double>, time: Double, supplied: Double) -> Glance {
    let volume = volume(at: time)
    let medium = solution.surround(
      state, area: solution.adsorption.isEmpty ? 0 : area(state), volume: volume,
      temperature: solution.temperature(at: time, state: state))
    return survey(state, at: time, supplied: supplied, volume: volume, in: medium)
  }

  mutating func look(
    at state: [Double], time: Double, supplied: Double
  ) -> (Frame, Population) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state.span)
    let medium = surround(state.span, volume: volume, temperature: temperature)
    var frame = Frame(
      survey(state.span, at: time, supplied: supplied, volume: volume, in: medium))
    frame.temperature = temperature
    frame.species = solution.dissolved.map { $0 / volume }
    frame.solute = medium.solute
    frame.lost = state[layout.lost] / volume
    weighCrystals(state, &frame)
    frame.coverages = (0..<layout.ligandCount).map { state[layout.coverage($0)] }
    let kept = solution.network.species.indices.reduce(0) {
      $0 + solution.network.species[$1].units * state[$1]
    }
    let all = kept + (frame.subcritical + frame.inCrystals) * volume
    frame.yield = all > 0 ? frame.inCrystals * volume / all : 0
    frame.matterDefect = (all + state[layout.lost] - supplied) / scale
    frame.uptakeRate = uptake(state, volume: volume, in: medium) / volume
    frame.growthRate = frame.radiusMean.map {
      tables.ladder.growthRate(ofRadius: $0 * 1e-9, in: medium) * 1e9
    }
    frame.criticalRadius = criticalRadius(in: medium)
    frame.dopants = passengers.map { moments(of: $0, state.span, volume: volume, frame.number) }
    return (frame, population(state, volume: volume))
  }

  private func survey(
    _ state: Span<Double>, at time: Double, supplied: Double, volume: Double,
    in medium: Medium<Double>
  ) -> Glance {
    let solubility = medium(tables.ladder.solubility)
    var glance = Glance()
    glance.time = time
    glance.volume = volume
    glance.supersaturation = solubility > 0 ? medium.solute / solubility : nil
    glance.conversion = solution.conversion(state, supplied: supplied)
    glance.supplyRate =
      solution.supply(state, volume: volume, temperature: medium.temperature) / volume
    glance.nucleationRate = fluxThroughFloor(state, volume: volume, in: medium)
    glance.crystalUptakeRate = crystalUptake(state, in: medium) / volume
    countCrystals(state, &glance)
    return glance
  }

  /// Units that particles of all sizes take from the solute, net, mol/s.
  private func uptake(
    _ state: [Double], volume: Double, in medium: Medium<Double>
  ) -> Double {
    var rates = [Double](repeating: 0, count: state.count)
    var span = rates.mutableSpan
    return growParticles(&span, state: state.span, volume: volume, in: medium)
  }

  /// The first cell of crystals.
  var floorCell: Int {
    var cell = min(crystalFloor, transport.cells.unitCount)
    while cell < transport.cells.count, transport.units[cell] < Double(crystalFloor) { cell += 1 }
    return cell
  }

  /// Number, mean radius and its standard deviation.
  private func countCrystals(_ state: Span<Double>, _ glance: inout Glance) {
    var crystals = moments(of: state, about: 0)
    glance.number = crystals.number * PhysicalConstants.avogadro / glance.volume
    // Fewer than one crystal in 10^30 units is no crystal but the integrator's noise.
    guard crystals.number > 1e-30 * scale else { return }
    let mean = crystals.mean
    // What is close to the mean is lost in round-off unless it is counted from there.
    if crystals.variance < 1e-4 * mean * mean { crystals = moments(of: state, about: mean) }
    glance.radiusMean = mean * 1e9
    glance.radiusSD = .sqrt(max(0, crystals.variance)) * 1e9
  }

  /// The number of crystals, mol, with mean (m) and variance (m²) of their radii: from sums over the
  /// distance to a radius.
  private func moments(
    of state: Span<Double>, about origin: Double
  ) -> (number: Double, mean: Double, variance: Double) {
    guard transport.units[transport.cells.count] >= Double(crystalFloor) else { return (0, 0, 0) }
    let shift = layout.cluster(0)
    let (radii, areas) = (shapes.radii.span, shapes.areas.span)
    var (number, length, square) = (0.0, 0.0, 0.0)
    for cell in floorCell..<(transport.cells.count + 1) {
      let amount = state[shift + cell]
      let (radius, distance) = (radii[cell], radii[cell] - origin)
      let inside = areas[cell] / (4 * .pi) - radius * radius
      number += amount
      length += distance * amount
      square += (distance * distance + inside) * amount
    }
    let mean = length / number
    return (number, origin + mean, square / number - mean * mean)
  }

  /// Units below and above the crystal floor, and the area of what is above it.
  private func weighCrystals(_ state: [Double], _ frame: inout Frame) {
    var (area, squared) = (0.0, 0.0)
    var (below, above) = (CompensatedSum(), CompensatedSum())
    for cell in 2...transport.cells.count {
      let amount = state[layout.cluster(cell)]
      let units = transport.units[cell]
      if units < Double(crystalFloor) {
        below += units * amount
        continue
      }
      area += shapes.areas[cell] * amount
      above += units * amount
      squared += (units * units + varianceInside(cell)) * amount
    }
    frame.subcritical = below.value / frame.volume
    frame.inCrystals = above.value / frame.volume
    frame.area = area * PhysicalConstants.avogadro / frame.volume
    frame.unitsSquared = squared * PhysicalConstants.avogadro / frame.volume
  }

  /// Variance of the units of the particles in a cell, as if they filled it evenly.
  private func varianceInside(_ cell: Int) -> Double {
    let width = transport.cells.width(cell)
    return width == 1 && transport.cells.isLattice ? 0 : width * width / 12
  }

  /// Net flux of particles through the crystal floor, births above it included, 1/(m³ s).
  private func fluxThroughFloor(
    _ state: Span<Double>, volume: Double, in medium: Medium<Double>
  ) -> Double {
    let cell = floorCell
    guard cell <= transport.cells.count else { return 0 }
    let through = transport.flux(
      over: cell - 1, state: state, first: layout.cornerCount,
      solute: solution.dissolved[solution.monomer],
      concentration: medium.solute, attachment: tables.attachment.span,
      detachment: tables.detachment.span)
    let flux = through * PhysicalConstants.avogadro / volume
    guard let birth else { return flux }
    return birth.units >= Double(crystalFloor) ? flux + birth.rate : flux
  }

  /// Units that crystals take up as they grow, net, mol/s.
  private func crystalUptake(_ state: Span<Double>, in medium: Medium<Double>) -> Double {
    transport.uptake(
      from: floorCell, state: state, first: layout.cornerCount,
      solute: solution.dissolved[solution.monomer], concentration: medium.solute,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
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
      numbers: state[layout.clusters(inStateOf: state.count)].map { $0 * scale })
  }
}
