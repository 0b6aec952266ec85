import Kinetics
import RealModule
import Synthesis

extension MovingBalance {
  mutating func look(
    at state: [Double], time: Double, supplied: Double
  ) -> (Frame, Population) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state.span)
    let numbers = numbers(state.span, at: time)
    surround(state.span, numbers: numbers, volume: volume, temperature: temperature)
    var frame = Frame()
    frame.time = time
    frame.temperature = temperature
    frame.volume = volume
    frame.species = solution.dissolved.map { $0 / volume }
    frame.solute = medium.solute
    let solubility = medium(ladder.solubility)
    frame.supersaturation = solubility > 0 ? medium.solute / solubility : nil
    frame.lost = state[layout.lost] / volume
    countCrystals(state, numbers, &frame)
    let dissolved = solution.network.species.indices.reduce(0) {
      $0 + solution.network.species[$1].units * state[$1]
    }
    let all = dissolved + (frame.subcritical + frame.inCrystals) * volume
    frame.yield = all > 0 ? frame.inCrystals * volume / all : 0
    frame.matterDefect = (all + state[layout.lost] - supplied) / scale
    frame.nucleationRate = birth?.rate ?? 0
    frame.criticalRadius = criticalRadius
    return (frame, population(numbers, volume: volume))
  }

  private func countCrystals(_ state: [Double], _ numbers: [Double], _ frame: inout Frame) {
    var (number, length, area, squared) = (0.0, 0.0, 0.0, 0.0)
    var (below, above) = (CompensatedSum(), CompensatedSum())
    var crystals = [(number: Double, radius: Double)]()
    for place in numbers.indices {
      let matter = state[first + place]
      guard sizes[place] >= Double(crystalFloor) else {
        below += matter
        continue
      }
      let radius = ladder.radius(ofUnits: sizes[place])
      crystals.append((numbers[place], radius))
      number += numbers[place]
      length += radius * numbers[place]
      area += 4 * .pi * radius * radius * numbers[place]
      above += matter
      squared += sizes[place] * matter
    }
    let perVolume = PhysicalConstants.avogadro / frame.volume
    frame.subcritical = below.value / frame.volume
    frame.inCrystals = above.value / frame.volume
    frame.number = number * perVolume
    frame.area = area * perVolume
    frame.unitsSquared = squared * perVolume
    guard number > 1e-30 * scale else { return }
    let mean = length / number
    let variance = crystals.reduce(0) { sum, crystal in
      sum + crystal.number * (crystal.radius - mean) * (crystal.radius - mean)
    }
    frame.radiusMean = mean * 1e9
    frame.radiusSD = .sqrt(variance / number) * 1e9
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
