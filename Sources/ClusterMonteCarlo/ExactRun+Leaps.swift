import Kinetics
import RealModule
import Sampling
import Synthesis

extension ExactRun where Population == LeapingPopulation {
  /// Lets events happen until a time, in leaps where they cost less than single events; gives back how many
  /// candidates are left, of which a leap takes as many as could be tried in its time.
  mutating func leap(to end: Double, atMost candidates: Int) throws(Interruption) -> Int {
    var left = candidates
    while time < end, left > 0 {
      if isExpired { try makeWindow() }
      population.few.groups.changed.removeAll(keepingCapacity: true)
      followGroups()
      if population.pace.rest > 0 {
        left -= try goSingly(to: end, atMost: min(left, population.pace.rest))
      } else if let plan = plan(until: end) {
        left -= try leap(plan)
        if time >= min(box.until, birthBox.until, cargoBox.until), time < end { isExpired = true }
      } else {
        population.pace.rest = LeapPace.spell(before: statistics.largestParticle)
      }
    }
    return left
  }

  /// Lets everything happen by single events, until leaps may pay again; gives back how many
  /// candidates there were.
  private mutating func goSingly(
    to end: Double, atMost candidates: Int
  ) throws(Interruption) -> Int {
    population.part(at: .max)
    let before = statistics.events + statistics.refusals
    _ = try advance(to: end, atMost: candidates)
    let made = max(1, statistics.events + statistics.refusals - before)
    population.pace.rest -= made
    return made
  }

  /// Takes one leap; gives back how many candidates of single events could be tried in its time.
  private mutating func leap(_ plan: LeapPlan) throws(Interruption) -> Int {
    statistics.leaps += 1
    population.part(at: plan.boundary)
    let molar = PhysicalConstants.avogadro * surroundings.volume(at: time)
    population.crowd.freeze(solute: plan.monomers / molar, length: plan.end - time)
    var candidates = 1
    var ceiling = monomerCeiling(until: plan.end)
    while time < plan.end, !isExpired {
      candidates += 1
      if Double(molecules[monomer]) > ceiling.trusted { ceiling = monomerCeiling(until: plan.end) }
      guard try step(before: plan.end, most: ceiling.highest) else { break }
    }
    settle()
    let crowd = population.crowd
    let upkeep =
      LeapPace.fixedCost + LeapPace.particleCost * Double(crowd.count)
      + LeapPace.scanCost * Double(statistics.largestParticle)
    return candidates + Int(upkeep)
  }

  /// Gives the crowd what is due to it.
  private mutating func settle() {
    let crystals = population.crowd.number(ofAtLeast: experiment.crystalFloor)
    population.crowd.settle(&stream)
    let passed = population.crowd.number(ofAtLeast: experiment.crystalFloor) - crystals
    if passed != 0 { ledger.cross(passed, at: time) }
    population.regroup()
    area.recount(population)
    let largest = population.crowd.occupied.upperBound - 1
    if largest > statistics.largestParticle { grew(to: largest) }
  }

  /// Goes to the next single event, or to the end of the leap; false where the leap ends with it.
  ///
  /// - Parameter most: monomers that there may be.
  private mutating func step(before end: Double, most: Double) throws(Interruption) -> Bool {
    let attaching = most * dilution * population.attaching
    let meeting = isLadderWhole ? most * (most - 1) * dilution * bounds.attachmentUpper[1] : 0
    let detaching = population.detaching
    let reacting = singleReactions(at: Int(most))
    let births = self.births?.total ?? 0
    let total = attaching + meeting + detaching + reacting + births + crowdEvents
    let (start, next) = (time, time + stream.exponential() / total)
    let arrived = pass(to: min(next, end))
    flow(for: time - start)
    guard next < end, arrived else { return true }
    let present = Double(molecules[monomer])
    var target = stream.uniform() * total
    if target < attaching {
      guard stream.uniform() * most < present else { return refused() }
      try attach(at: target / (most * dilution))
      return true
    }
    target -= attaching
    if target < detaching {
      try detach(at: target)
      return true
    }
    target -= detaching
    if target < meeting {
      guard stream.uniform() * most * (most - 1) < present * (present - 1) else { return refused() }
      try meet(draw: target / meeting * bounds.attachmentUpper[1])
      return true
    }
    target -= meeting
    if target < reacting {
      try reactSingly(at: target, most: Int(most))
      return true
    }
    target -= reacting
    guard target >= births else {
      try bear(draw: target)
      return true
    }
    return try changeCrowd(at: target - births)
  }

  private mutating func refused() -> Bool {
    refuse()
    return true
  }

  /// What monomers do not exceed until a time, while the crowd keeps its rates.
  private func monomerCeiling(until end: Double) -> MonomerCeiling {
    let present = Double(molecules[monomer])
    var supply = population.crowd.detaching
    for feed in population.liquid.feeds where feed.slot == monomer { supply += feed.rate }
    for channel in population.liquid.channels {
      supply += Double(channel.monomers) * rate(of: channel)
    }
    let departure = Departure((crowdHazard + flow.outflow) * (end - time))
    let final =
      present * (1 - departure.share) + supply * (end - time) * (1 - departure.late)
    return MonomerCeiling(mean: max(present, final))
  }

  /// Single events that change the crowd, or may, 1/s.
  private var crowdEvents: Double {
    var rate = coalescingRate + flow.outflow * Double(population.count)
    for case (.particle, let arriving) in flow.arrivals { rate += arriving }
    return rate
  }

  /// Two particles join, or one comes or goes; the leap ends where the crowd was asked for one.
  private mutating func changeCrowd(at target: Double) throws(Interruption) -> Bool {
    var target = target
    let joining = coalescingRate
    if target < joining {
      settle()
      followGroups()
      try coalesce(share: target / joining)
      return false
    }
    target -= joining
    let leaving = flow.outflow * Double(population.count)
    if target < leaving {
      settle()
      let rank = Double(molecules.reduce(0, +)) + target / flow.outflow
      leave(at: rank)
      return false
    }
    target -= leaving
    for case (.particle(let sizes), let arriving) in flow.arrivals {
      if target < arriving {
        statistics.flows += 1
        lowerFloor(to: Double(sizes.first))
        enter(sizes.draw(&stream))
        return !isExpired
      }
      target -= arriving
    }
    return true
  }

  /// A bound on the rates of all reactions that happen one by one, 1/s, with so many monomers.
  private mutating func singleReactions(at monomers: Int) -> Double {
    guard !population.liquid.singles.isEmpty else { return 0 }
    let present = molecules[monomer]
    molecules[monomer] = monomers
    defer { molecules[monomer] = present }
    var total = 0.0
    for place in population.liquid.singles {
      total += chemistry.bound(place, molecules)
    }
    return total
  }

  private mutating func reactSingly(at target: Double, most: Int) throws(Interruption) {
    let present = molecules[monomer]
    var rest = target
    for place in population.liquid.singles {
      molecules[monomer] = most
      let bound = chemistry.bound(place, molecules)
      molecules[monomer] = present
      guard rest >= bound else {
        let actual = chemistry.bound(place, molecules)
        guard stream.uniform() * bound < actual else { return refuse() }
        return try react(place, draw: stream.uniform() * actual)
      }
      rest -= bound
    }
  }
}

/// A number of monomers that is exceeded with a chance below 1e-10.
struct MonomerCeiling {
  /// Seven standard deviations of a Poisson number above a mean.
  let highest: Double
  /// As long as there are no more, the ceiling needs not be made anew.
  let trusted: Double

  init(mean: Double) {
    highest = (mean + 7 * mean.squareRoot() + 10).rounded(.up)
    trusted = 0.5 * (mean + highest)
  }
}
