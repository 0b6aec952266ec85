import Kinetics
import RealModule
import Synthesis

extension ExactRun where Population == LeapingPopulation {
  /// The next leap; nil where single events cost less.
  ///
  /// With the rates μ = a c - b of the drift and σ² = a c + b of the noise of a particle, and the units
  /// δ within which none of its rates changes by more than the leap error ε,
  ///
  ///     τ = min(δ/|μ|, δ²/σ²)    over all that leap
  ///
  /// and so for reactants, with δ = εx/g: Y. Cao, D. T. Gillespie, L. R. Petzold, *J. Chem. Phys.*
  /// **124**, 044109 (2006), doi:10.1063/1.2159468. Which particles leap is what costs least.
  mutating func plan(until end: Double) -> LeapPlan? {
    guard population.pace.isAllowed, statistics.largestParticle < population.pace.largest else {
      return nil
    }
    let medium = medium
    let end = min(end, box.until, birthBox.until, cargoBox.until)
    let (patience, midway) =
      surroundings.isStill
      ? (.infinity, medium) : population.pace.expect(medium, at: time, before: end)
    tabulate(midway)
    sortLiquid(at: midway.temperature)
    let total = sums()
    var longest = min(end - time, patience, chemicalPatience, heatPatience(total))
    let joining = coalescingRate + flow.outflow * Double(population.count)
    if joining > 0 { longest = min(longest, 1 / joining) }
    if births != nil { longest = min(longest, birthPatience(total)) }
    let mean = total.mean(over: population.pace.length)
    let solute = mean / (PhysicalConstants.avogadro * surroundings.volume(at: time))
    // Tables are made anew whenever the medium has moved by half of what a leap may change.
    let tables = 2 * LeapPace.tableCost * Double(statistics.largestParticle) / patience
    let (boundary, length) = cheapest(total, solute, longest, upkeep: tables)
    guard length > 0 else { return nil }
    population.pace.boundary = boundary
    population.pace.length = length
    return LeapPlan(
      boundary: boundary, end: length < end - time ? time + length : end,
      monomers: total.mean(over: length))
  }

  /// Brings the rates of the crowd to the medium and to the sizes that there are.
  private mutating func tabulate(_ medium: Medium<Double>) {
    let needed = statistics.largestParticle + statistics.largestParticle / 8 + 16
    if let known = population.crowd.medium, population.crowd.largest >= needed,
      population.pace.distance(known, medium) < 0.5
    {
      return
    }
    let largest = max(needed + needed / 4, population.crowd.largest)
    population.crowd.refresh(experiment.ladder, in: medium, upTo: largest)
  }

  /// What the rates of all particles and of the liquid add up to.
  private func sums() -> LeapSums {
    var sums = LeapSums()
    let molar = PhysicalConstants.avogadro * surroundings.volume(at: time)
    sums.present = Double(molecules[monomer])
    let largest = min(statistics.largestParticle, population.crowd.largest)
    for size in stride(from: 2, through: largest, by: 1) {
      let number = population.count(ofSize: size)
      guard number > 0 else { continue }
      sums.attaching += Double(number) * population.crowd.attachment[size]
      sums.detaching += Double(number) * population.crowd.detachment[size]
    }
    sums.attaching /= molar
    sums.outflow = flow.outflow
    for feed in population.liquid.feeds {
      sums.liquid += feed.rate
      if feed.slot == monomer { sums.supply += feed.rate }
    }
    for channel in population.liquid.channels {
      let rate = rate(of: channel)
      sums.liquid += rate
      let made = chemistry.channels[channel.place]
      for change in made.changes + made.chances where change.slot == monomer {
        sums.supply += Double(change.count) * rate
      }
    }
    sums.liquid += flow.outflow * Double(molecules.reduce(0, +))
    return sums
  }

  /// The boundary of the crowd and the length of the leap at which a second of the run costs least;
  /// length zero where that is without any leap.
  ///
  /// - Parameter upkeep: what a second of leaps costs besides.
  private func cheapest(
    _ total: LeapSums, _ solute: Double, _ longest: Double, upkeep: Double
  ) -> (boundary: Int, length: Double) {
    let monomers = solute * PhysicalConstants.avogadro * surroundings.volume(at: time)
    let allSteps = total.attaching * monomers + total.detaching
    let refusals = MonomerCeiling(mean: monomers).highest / max(1, monomers)
    let single = LeapPace.singleCost * min(refusals, 100)
    var best = (
      cost: single * allSteps + LeapPace.fixedCost / longest, boundary: Int.max,
      length: longest
    )
    var kept = (cost: Double.infinity, boundary: Int.max, length: 0.0)
    let largest = min(statistics.largestParticle, population.crowd.largest)
    var (steps, length) = (0.0, longest)
    var leapCost = LeapPace.fixedCost + LeapPace.scanCost * Double(largest)
    var size = largest
    while size > 4 * max(2, births == nil ? 2 : floor == .max ? 2 : floor) {
      defer { size -= 1 }
      let number = population.count(ofSize: size)
      guard number > 0 else { continue }
      let reach = population.crowd.reach[size]
      guard reach >= 1 else { break }
      let gain = population.crowd.attachment[size] * solute
      let loss = population.crowd.detachment[size]
      length = min(length, reach / abs(gain - loss), reach * reach / (gain + loss))
      steps += Double(number) * (gain + loss)
      leapCost += LeapPace.sizeCost + LeapPace.particleCost * Double(number)
      let cost = single * max(0, allSteps - steps) + leapCost / length
      if cost < best.cost { best = (cost, size, length) }
      if size >= population.pace.boundary { kept = (cost, size, length) }
    }
    if kept.cost < LeapPace.patience * best.cost {
      best = (kept.cost, population.pace.boundary, kept.length)
    }
    return best.cost + upkeep < allSteps + total.liquid ? (best.boundary, best.length) : (.max, 0)
  }

  /// How long it takes until a reactant has changed by the leap error, or so much of it has come and gone
  /// that the order of its reactions would matter, s.
  ///
  /// Of a number that comes and goes by turns, x = λτ a leap, (x/2) coth(x/2) or (x/2)/sinh(x/2) is there
  /// at their ends: more by x²/12, or less by x²/24. With x² up to ε that is a small share of the leap error.
  private var chemicalPatience: Double {
    var longest = Double.infinity
    for slot in molecules.indices where slot != monomer {
      var (drift, noise, going) = (0.0, 0.0, 0.0)
      for feed in population.liquid.feeds where feed.slot == slot {
        drift += feed.rate
        noise += feed.rate
      }
      for channel in population.liquid.channels {
        let made = chemistry.channels[channel.place]
        for change in made.changes + made.chances where change.slot == slot {
          let rate = rate(of: channel)
          drift += Double(change.count) * rate
          noise += Double(change.count * change.count) * rate
          going += max(0, -Double(change.count)) * rate
        }
      }
      drift -= flow.outflow * Double(molecules[slot])
      noise += flow.outflow * Double(molecules[slot])
      guard noise > 0, let order = chemistry.highestOrder(in: slot) else { continue }
      let step = max(1, population.pace.leapError * Double(molecules[slot]) / order)
      longest = min(longest, step / abs(drift), step * step / noise)
      let turnover = max(1, population.pace.leapError.squareRoot() * Double(molecules[slot]))
      longest = min(longest, turnover / going)
    }
    return longest
  }

  /// How long it takes until what is set free has changed the temperature as far as it may, s.
  private func heatPatience(_ total: LeapSums) -> Double {
    guard let heat = experiment.recipe.heat else { return .infinity }
    var power =
      heat.crystallisationEnthalpy * (total.attaching * total.present - total.detaching)
    for channel in population.liquid.channels {
      power += chemistry.channels[channel.place].reaction.enthalpy * rate(of: channel)
    }
    let capacity =
      heat.capacity * surroundings.volume(at: time) * PhysicalConstants.avogadro
    return power == 0 ? .infinity : 3.3 * population.pace.leapError * capacity / abs(power)
  }

  /// How long it takes the monomers to leave half of where bounds on births hold, s.
  private func birthPatience(_ total: LeapSums) -> Double {
    let half = 0.25 * Double(monomers.upperBound - monomers.lowerBound)
    let drift =
      total.supply + total.detaching - (total.attaching + total.outflow) * total.present
    return half / max(abs(drift), .leastNormalMagnitude)
  }
}

/// What happens a second, in all.
private struct LeapSums {
  var present = 0.0
  /// The chance of a monomer to attach to any particle, 1/s.
  var attaching = 0.0
  /// Monomers that detach, 1/s, those that come from elsewhere, and the chance of one to flow out.
  var detaching = 0.0
  var supply = 0.0
  var outflow = 0.0
  /// Events of the liquid that leap, 1/s.
  var liquid = 0.0

  /// The mean number of monomers over a time, s, while all rates stay.
  ///
  ///     N̄ = N + (N_∞ - N) [1 - (1 - e^(-λt))/(λt)]
  func mean(over length: Double) -> Double {
    let leaving = (attaching + outflow) * length
    let late = Departure(leaving).late
    guard leaving > 1e-8 else { return present + 0.5 * length * (supply + detaching) }
    let final = (supply + detaching) / (attaching + outflow)
    return present + (final - present) * late
  }
}
