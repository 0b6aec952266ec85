import Kinetics
import RealModule
import Synthesis

extension MovingBalance {
  mutating func glance(at state: Span<Double>, time: Double, supplied: Double) -> Glance {
    survey(state, at: time, supplied: supplied).glance
  }

  mutating func look(
    at state: [Double], time: Double, supplied: Double
  ) -> (Frame, Population) {
    let (glance, numbers) = survey(state.span, at: time, supplied: supplied)
    let volume = glance.volume
    var frame = Frame(glance)
    frame.temperature = medium.temperature
    frame.species = solution.dissolved.map { $0 / volume }
    frame.solute = medium.solute
    frame.lost = state[layout.lost] / volume
    weighCrystals(state, numbers, &frame)
    frame.coverages = (0..<layout.ligandCount).map { state[layout.coverage($0)] }
    let dissolved = solution.network.species.indices.reduce(0) {
      $0 + solution.network.species[$1].units * state[$1]
    }
    let all = dissolved + (frame.subcritical + frame.inCrystals) * volume
    frame.yield = all > 0 ? frame.inCrystals * volume / all : 0
    frame.matterDefect = (all + state[layout.lost] - supplied) / scale
    var rates = [Double](repeating: 0, count: state.count)
    var span = rates.mutableSpan
    frame.uptakeRate = growParticles(&span, numbers, volume: volume) / volume
    frame.growthRate = frame.radiusMean.map {
      ladder.growthRate(ofRadius: $0 * 1e-9, in: medium) * 1e9
    }
    frame.criticalRadius = criticalRadius
    return (frame, population(numbers, volume: volume))
  }

  private mutating func survey(
    _ state: Span<Double>, at time: Double, supplied: Double
  ) -> (glance: Glance, numbers: [Double]) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state)
    let numbers = numbers(state, at: time)
    surround(state, numbers: numbers, volume: volume, temperature: temperature)
    let solubility = medium(ladder.solubility)
    var glance = Glance()
    glance.time = time
    glance.volume = volume
    glance.supersaturation = solubility > 0 ? medium.solute / solubility : nil
    glance.conversion = solution.conversion(state, supplied: supplied)
    glance.supplyRate =
      solution.supply(state, volume: volume, temperature: temperature) / volume
    glance.nucleationRate = birth?.rate ?? 0
    countCrystals(numbers, &glance)
    return (glance, numbers)
  }

  private func isCrystal(_ place: Int) -> Bool { sizes[place] >= Double(crystalFloor) }

  /// Number, mean radius and its standard deviation, and what crystals take up.
  private func countCrystals(_ numbers: [Double], _ glance: inout Glance) {
    let crystals = numbers.indices.filter(isCrystal)
    let drifts = drifts(of: crystals.map { sizes[$0] }, in: medium)
    let uptake = zip(crystals, drifts).reduce(0) { $0 + numbers[$1.0] * $1.1 }
    glance.crystalUptakeRate = uptake / glance.volume
    let radii = crystals.map { ladder.radius(ofUnits: sizes[$0]) }
    let number = crystals.reduce(0) { $0 + numbers[$1] }
    glance.number = number * PhysicalConstants.avogadro / glance.volume
    guard number > 1e-30 * scale else { return }
    let mean = zip(crystals, radii).reduce(0) { $0 + numbers[$1.0] * $1.1 } / number
    let variance = zip(crystals, radii).reduce(0) { sum, crystal in
      sum + numbers[crystal.0] * (crystal.1 - mean) * (crystal.1 - mean)
    }
    glance.radiusMean = mean * 1e9
    glance.radiusSD = .sqrt(variance / number) * 1e9
  }

  /// Units below and above the crystal floor, and the area of what is above it.
  private func weighCrystals(_ state: [Double], _ numbers: [Double], _ frame: inout Frame) {
    var (area, squared) = (0.0, 0.0)
    var (below, above) = (CompensatedSum(), CompensatedSum())
    for place in numbers.indices {
      guard isCrystal(place) else {
        below += state[first + place]
        continue
      }
      above += state[first + place]
      let radius = ladder.radius(ofUnits: sizes[place])
      area += 4 * .pi * radius * radius * numbers[place]
      squared += sizes[place] * state[first + place]
    }
    frame.subcritical = below.value / frame.volume
    frame.inCrystals = above.value / frame.volume
    frame.area = area * PhysicalConstants.avogadro / frame.volume
    frame.unitsSquared = squared * PhysicalConstants.avogadro / frame.volume
  }

  /// The radius (nm) at which a particle neither grows nor dissolves, below which it dissolves.
  private var criticalRadius: Double? {
    guard !ladder.isIrreversible else { return nil }
    // Sizes in steps of 2 %, up to 20 million units.
    let ladderOfSizes = (0..<800).map { 2 * Double.pow(1.02, Double($0)) }
    let steps = ladder.centredSteps(of: ladderOfSizes, in: medium)
    for place in steps.indices.dropFirst()
    where steps[place].equilibrium <= medium.solute
      && steps[place - 1].equilibrium > medium.solute
    {
      let (above, below) = (steps[place - 1].equilibrium, steps[place].equilibrium)
      let share = (above - medium.solute) / (above - below)
      let units =
        ladderOfSizes[place - 1] + share * (ladderOfSizes[place] - ladderOfSizes[place - 1])
      return ladder.radius(ofUnits: units) * 1e9
    }
    return nil
  }

  private func population(_ numbers: [Double], volume: Double) -> Population {
    let order = numbers.indices.filter { numbers[$0] > 0 }.sorted { sizes[$0] < sizes[$1] }
    let scale = PhysicalConstants.avogadro / volume
    let units = order.map { max(2, sizes[$0]) }
    return Population(
      bounds: units.map { $0...$0 }, units: units, numbers: order.map { numbers[$0] * scale })
  }
}
