import Checkpoints
import Kinetics
import RealModule
import Synthesis

/// The liquid around the particles of a sample: its volume, temperature and coverages over time.
///
/// Coverages and, with a heat balance, temperature are means that follow their equations between
/// events, as they do in the balance.
struct Surroundings: Sendable {
  let recipe: Recipe
  let ligands: [Ligand]
  /// The slot of each ligand's species.
  private let ligandSlots: [Int]
  /// The sample's share of the flask.
  let share: Double
  private(set) var stretch: ClosedRange<Double> = 0...0
  /// K, with a heat balance.
  private var warmth = 0.0
  private(set) var coverages: [Double]
  /// What flows in, of the sample, m³/s, and the part of it with a temperature of its own, K.
  private(set) var inflow = 0.0
  private var temperedInflow = 0.0
  private var inflowTemperature = 0.0
  /// Within the stretch, from its start: m³ and m³/s of the sample, K and K/s of the set point.
  private var fill = Ramp()
  private var bath = Ramp()
  /// What an inlet of its own temperature does, 1/s, and that temperature, K.
  private let inlet: (rate: Double, temperature: Double)

  init(_ experiment: Experiment, share: Double) {
    recipe = experiment.recipe
    ligands = experiment.ligands
    let network = experiment.network
    ligandSlots = ligands.map { ligand in
      network.species.firstIndex { $0.name == ligand.name } ?? network.solute
    }
    self.share = share
    coverages = ligands.map { $0.initialCoverage ?? 0 }
    warmth = recipe.program.corners[0].temperature
    let flow = recipe.flowThrough
    inlet = flow?.temperature.map { (1 / (flow?.residenceTime ?? .infinity), $0) } ?? (0, 0)
    follow()
  }

  /// A quantity that goes along a straight line.
  private struct Ramp {
    var start = 0.0
    var slope = 0.0
  }

  /// Finds how volume and set point go within the stretch.
  private mutating func follow() {
    let (start, end) = (stretch.lowerBound, stretch.upperBound)
    func ramp(_ value: (Double) -> Double) -> Ramp {
      Ramp(
        start: value(start), slope: end > start ? (value(end) - value(start)) / (end - start) : 0)
    }
    fill = ramp { share * recipe.volume(at: $0, within: stretch) }
    bath = ramp { recipe.program.temperature(at: $0, within: stretch) }
  }

  var hasHeat: Bool { recipe.heat != nil }
  /// Whether something follows an equation of its own between events.
  var drifts: Bool { hasHeat || !ligands.isEmpty }
  /// Whether nothing but events changes within the stretch.
  private(set) var isStill = false

  /// Whether temperature is all that follows an equation of its own, in a volume that stays.
  private(set) var isOnlyWarmed = false

  /// Volume of the sample, m³.
  @inline(__always)
  func volume(at time: Double) -> Double { fill.start + fill.slope * (time - stretch.lowerBound) }

  func temperature(at time: Double) -> Double { hasHeat ? warmth : setPoint(at: time) }

  func setPoint(at time: Double) -> Double {
    bath.start + bath.slope * (time - stretch.lowerBound)
  }

  /// Sets the liquid to a stretch of time.
  mutating func enter(_ stretch: ClosedRange<Double>) {
    self.stretch = stretch
    follow()
    (inflow, temperedInflow) = (0, 0)
    var heat = 0.0
    for injection in recipe.flowing(within: stretch) {
      let flow = share * injection.volume / injection.duration
      inflow += flow
      guard let temperature = injection.temperature else { continue }
      temperedInflow += flow
      heat += flow * temperature
    }
    inflowTemperature = temperedInflow > 0 ? heat / temperedInflow : 0
    let isIsothermal = setPoint(at: stretch.lowerBound) == setPoint(at: stretch.upperBound)
    isStill = !hasHeat && ligands.isEmpty && inflow == 0 && isIsothermal
    isOnlyWarmed = hasHeat && ligands.isEmpty && inflow == 0
  }

  /// Mixes in liquid of a temperature of its own; volumes of the flask, m³.
  mutating func mix(_ added: Double, at temperature: Double?, into volume: Double) {
    guard hasHeat, let temperature else { return }
    warmth = (warmth * volume + temperature * added) / (volume + added)
  }

  /// Warms the liquid by what an event sets free, J.
  mutating func warm(by heat: Double, volume: Double) {
    guard let balance = recipe.heat else { return }
    warmth += heat / (balance.capacity * volume)
  }

  /// Sets the coverages that no scenario gives to their equilibrium with dissolved ligands, mol/m³.
  mutating func cover(_ dissolved: (Int) -> Double, temperature: Double) {
    let strengths = ligands.indices.map {
      ligands[$0].adsorptionConstant.at(temperature)
        / ligands[$0].desorptionConstant.at(temperature)
        * dissolved(ligandSlots[$0])
    }
    let all = 1 + strengths.reduce(0, +)
    for (place, ligand) in ligands.enumerated() where ligand.initialCoverage == nil {
      coverages[place] = strengths[place] / all
    }
  }

  /// Molecules of each ligand on an area, m².
  func bound(_ ligand: Int, on area: Double) -> Double {
    coverages[ligand] * ligands[ligand].siteDensity * area
  }

  /// Dissolved molecules of a species of which so many are there, bound ones included.
  func dissolved(_ slot: Int, of molecules: Double, area: Double) -> Double {
    ligandSlots.indices.reduce(molecules) { rest, ligand in
      ligandSlots[ligand] == slot ? rest - bound(ligand, on: area) : rest
    }
  }

  /// Lets time pass in which no event happens, s, as far as the liquid hardly changes; gives the time
  /// then.
  ///
  ///     dθ_i/dt = k_a c_i (1 - Σθ_j) - k_d θ_i
  ///     dT/dt   = UA (T_set - T)/(ρc V) + q (T_in - T)/V + (T_inlet - T)/τ
  mutating func pass(
    from time: Double, to end: Double, molecules: borrowing [Int], area: Double
  ) -> Double {
    let temperature = temperature(at: time)
    let volume = volume(at: time)
    let hurry = hurry(molecules, area, volume, temperature, at: time)
    let step = min(end - time, 1 / max(hurry, 1e-30))
    if !ligands.isEmpty {
      relax(molecules, area: area, volume: volume, temperature: temperature, step)
    }
    exchangeHeat(at: time + 0.5 * step, volume: volume, step)
    let reached = time + step
    return step == end - time || reached <= time ? end : reached
  }

  /// The shortest time in which a coverage or the temperature goes further than its step may, 1/s.
  ///
  /// Each relaxes exactly while the others stay, so that fast exchange close to its balance costs
  /// nothing.
  private func hurry(
    _ molecules: borrowing [Int], _ area: Double, _ volume: Double, _ temperature: Double,
    at time: Double
  ) -> Double {
    var rate = 0.0
    let free = ligands.isEmpty ? 1 : 1 - coverages.reduce(0, +)
    for place in ligands.indices {
      let ligand = ligands[place]
      let change =
        gain(place, molecules, area, volume, temperature) * free
        - ligand.desorptionConstant.at(temperature) * coverages[place]
      let slot = ligandSlots[place]
      let dissolved = dissolved(slot, of: Double(molecules[slot]), area: area)
      let taken = ligands[place].siteDensity * area / max(1, dissolved)
      rate = max(rate, abs(change) * max(1 / MediumStep.coverage, taken / MediumStep.share))
    }
    guard let (relaxation, balanced) = heatFlow(at: time, volume: volume) else { return rate }
    return max(rate, abs(relaxation * (balanced - warmth)) / MediumStep.kelvin)
  }

  private func gain(
    _ place: Int, _ molecules: borrowing [Int], _ area: Double, _ volume: Double,
    _ temperature: Double
  ) -> Double {
    let slot = ligandSlots[place]
    let dissolved = dissolved(slot, of: Double(molecules[slot]), area: area)
    return ligands[place].adsorptionConstant.at(temperature) * max(0, dissolved)
      / (PhysicalConstants.avogadro * volume)
  }

  /// Each coverage relaxes to where the others and what is dissolved let it, exactly while they stay.
  private mutating func relax(
    _ molecules: borrowing [Int], area: Double, volume: Double, temperature: Double, _ step: Double
  ) {
    for place in ligands.indices {
      let gain = gain(place, molecules, area, volume, temperature)
      let rate = gain + ligands[place].desorptionConstant.at(temperature)
      let others = coverages.reduce(0, +) - coverages[place]
      let balanced = gain * (1 - others) / rate
      coverages[place] = balanced + (coverages[place] - balanced) * .exp(-rate * step)
    }
  }

  /// How fast the flask's temperature goes to that in balance with bath and inflow, 1/s, and that
  /// temperature, K; nil without a heat balance.
  private func heatFlow(
    at time: Double, volume: Double
  ) -> (relaxation: Double, balanced: Double)? {
    guard let balance = recipe.heat else { return nil }
    let bath = balance.transfer * share / (balance.capacity * volume)
    let fed = temperedInflow / volume
    var (rate, source) = (bath + fed, bath * setPoint(at: time) + fed * inflowTemperature)
    rate += inlet.rate
    source += inlet.rate * inlet.temperature
    return rate > 0 ? (rate, source / rate) : nil
  }

  private mutating func exchangeHeat(at time: Double, volume: Double, _ step: Double) {
    guard let (rate, balanced) = heatFlow(at: time, volume: volume) else { return }
    warmth = balanced + (warmth - balanced) * .exp(-rate * step)
  }

  /// Share of the surface that ligands which gate growth cover.
  var gating: Double {
    ligands.indices.reduce(0) { ligands[$1].gates ? $0 + coverages[$1] : $0 }
  }

  /// Σ K_i c_i.
  func binding(
    _ molecules: borrowing [Int], area: Double, volume: Double, temperature: Double
  ) -> Double {
    var sum = 0.0
    for place in ligands.indices {
      sum +=
        gain(place, molecules, area, volume, temperature)
        / ligands[place].desorptionConstant.at(temperature)
    }
    return sum
  }
}

extension Surroundings: Keepable {
  /// Made anew, on entering the stretch: `stretch`, `inflow`, `temperedInflow`, `inflowTemperature`, `fill`,
  /// `bath`, `isStill`, `isOnlyWarmed`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&warmth)
    try tape.pass(&coverages)
  }
}
