import Checkpoints
import Kinetics
import Sampling

/// What of the liquid changes by many molecules at once in a leap.
///
/// A reaction leaps as long as it reads no monomer and there is plenty of what it takes; the others
/// happen molecule by molecule.
struct LeapingLiquid: Sendable {
  /// Molecules come in with a feed.
  struct Feed: Sendable {
    let slot: Int
    /// 1/s.
    let rate: Double
  }

  /// A reaction that leaps.
  struct Channel: Sendable {
    let place: Int
    /// The one species whose molecules react each by itself; nil where it takes more.
    let only: Int?
    /// Events per second for each combination of molecules.
    let coefficient: Double
    /// Monomers that an event makes at most.
    let monomers: Int
  }

  /// Whether chemistry and flow follow their means, without noise of their own.
  let isContinuous: Bool
  var feeds: [Feed] = []
  var channels: [Channel] = []
  /// Reactions that happen one by one.
  var singles: [Int] = []
  /// What of each kind of change is due but not yet a whole molecule.
  private var pending: [Double] = []

  init(isContinuous: Bool = false) {
    self.isContinuous = isContinuous
  }

  /// Molecules of a species below which what takes it happens one by one.
  ///
  /// For leaps as in Y. Cao, D. T. Gillespie, L. R. Petzold, *J. Chem. Phys.* **123**, 054104 (2005),
  /// doi:10.1063/1.1992473.
  var scarce: Int { isContinuous ? 100 : 10 }

  /// How often something happens in a time in which it does so with a mean, at most so often.
  mutating func number(
    _ mean: Double, of kind: Int, atMost limit: Int, _ stream: inout RandomStream
  ) -> Int {
    guard mean > 0, limit > 0 else { return 0 }
    guard isContinuous else {
      return limit == .max
        ? stream.poisson(mean) : stream.binomial(limit, min(1, mean / Double(limit)))
    }
    while pending.count <= kind { pending.append(0) }
    pending[kind] += mean
    let whole = min(limit, Int(pending[kind]))
    pending[kind] -= Double(whole)
    return whole
  }
}

// MARK: - The flow in a run

extension ExactRun where Population == LeapingPopulation {
  /// Sorts the reactions into those that leap and those that happen one by one.
  ///
  /// - Parameter temperature: at which they go, K.
  mutating func sortLiquid(at temperature: Double) {
    var liquid = population.liquid
    liquid.feeds.removeAll(keepingCapacity: true)
    liquid.channels.removeAll(keepingCapacity: true)
    liquid.singles.removeAll(keepingCapacity: true)
    for case (.molecule(let slot), let rate) in flow.arrivals {
      liquid.feeds.append(LeapingLiquid.Feed(slot: slot, rate: rate))
    }
    let volume = surroundings.volume(at: time)
    for (place, channel) in chemistry.channels.enumerated() {
      let isPlenty = channel.needs.allSatisfy {
        $0.slot != monomer && molecules[$0.slot] >= liquid.scarce * $0.count
      }
      guard isPlenty, channel.orders.allSatisfy({ $0.species != monomer }) else {
        liquid.singles.append(place)
        continue
      }
      let isAlone =
        channel.needs.count == 1 && channel.needs[0].count == 1 && channel.orders.count == 1
        && channel.orders[0].count == 1 && channel.orders[0].species == channel.needs[0].slot
      liquid.channels.append(
        LeapingLiquid.Channel(
          place: place, only: isAlone ? channel.needs[0].slot : nil,
          coefficient: channel.coefficient(at: temperature, volume: volume) * freeShare(place),
          monomers: chemistry.made(monomer, place)))
    }
    population.liquid = liquid
  }

  /// Events per second of a reaction that leaps.
  func rate(of channel: LeapingLiquid.Channel) -> Double {
    channel.coefficient
      * (channel.only.map { Double(molecules[$0]) }
        ?? chemistry.combinations(channel.place, molecules))
  }

  /// Lets the liquid flow and react, and exchange monomers with the crowd, for a time, s.
  ///
  /// While the rates of the particles stay, each monomer attaches, or flows out, independently of all
  /// others, and those that come do so at times evenly spread:
  ///
  ///     of N present      a share 1 - e^(-λs) goes
  ///     of those coming   a share 1 - (1 - e^(-λs))/(λs) goes again,   λ = Σ a/V + 1/τ
  ///
  /// So the exchange is exact however much faster it is than the leap, and N is never negative: T. Jahnke,
  /// W. Huisinga, *J. Math. Biol.* **54**, 1 (2007), doi:10.1007/s00285-006-0034-x, for reactions of
  /// single molecules.
  mutating func flow(for length: Double) {
    guard length > 0 else { return }
    let before = molecules[monomer]
    // What comes in reacts for half of the time.
    feed(0.5 * length)
    react(length)
    feed(0.5 * length)
    if flow.outflow > 0 { drain(length) }
    let coming = molecules[monomer] - before
    exchange(before, coming, length)
  }

  private mutating func feed(_ length: Double) {
    for place in population.liquid.feeds.indices {
      let feed = population.liquid.feeds[place]
      let number = population.liquid.number(
        feed.rate * length, of: chemistry.channels.count + place, atMost: .max, &stream)
      guard number > 0 else { continue }
      statistics.flows += number
      ledger.supplied += number * units[feed.slot]
      change(feed.slot, by: number)
    }
  }

  /// Lets reactions happen one after the other for half of the time, and in turn again for the rest, so
  /// that none of them sees only what the others have already made, or none of it.
  ///
  /// G. Strang, *SIAM J. Numer. Anal.* **5**, 506 (1968), doi:10.1137/0705041.
  private mutating func react(_ length: Double) {
    let places = population.liquid.channels.indices
    guard places.count > 1 else {
      if let only = places.first { react(at: only, length) }
      return
    }
    for place in places { react(at: place, 0.5 * length) }
    for place in places.reversed() { react(at: place, 0.5 * length) }
  }

  private mutating func react(at place: Int, _ length: Double) {
    let channel = population.liquid.channels[place]
    let (limit, mean): (Int, Double)
    if let slot = channel.only {
      limit = molecules[slot]
      mean = Double(limit) * Departure(channel.coefficient * length).share
    } else {
      limit = chemistry.mostEvents(of: channel.place, molecules)
      mean = rate(of: channel) * length
    }
    let number = population.liquid.number(mean, of: channel.place, atMost: limit, &stream)
    if number > 0 { carryOut(channel.place, number) }
  }

  /// Lets molecules other than monomers flow out.
  private mutating func drain(_ length: Double) {
    let share = Departure(flow.outflow * length).share
    let kinds = chemistry.channels.count + population.liquid.feeds.count
    for slot in molecules.indices where slot != monomer && molecules[slot] > 0 {
      let number = population.liquid.number(
        share * Double(molecules[slot]), of: kinds + slot, atMost: molecules[slot], &stream)
      statistics.flows += number
      ledger.lost += number * units[slot]
      change(slot, by: -number)
    }
  }

  private mutating func exchange(_ present: Int, _ coming: Int, _ length: Double) {
    let hazard = crowdHazard
    let leaving = hazard + flow.outflow
    let detached = stream.poisson(population.crowd.detaching * length)
    guard leaving > 0 || detached > 0 else { return }
    let departure = Departure(leaving * length)
    let gone =
      stream.binomial(present, departure.share)
      + stream.binomial(max(0, coming) + detached, departure.late)
    let out = flow.outflow > 0 ? stream.binomial(gone, flow.outflow / leaving) : 0
    let attached = gone - out
    population.crowd.attached += attached
    population.crowd.detached += detached
    statistics.attachments += attached
    statistics.detachments += detached
    take(attached - detached)
    guard out > 0 else { return }
    statistics.flows += out
    ledger.lost += out * units[monomer]
    change(monomer, by: -out)
  }

  /// The chance per second of a monomer to attach to any particle of the crowd, 1/s.
  var crowdHazard: Double {
    population.crowd.attaching
      / (PhysicalConstants.avogadro * surroundings.volume(at: time))
  }
}

extension LeapingLiquid: Keepable {
  /// Made anew, before each leap: `feeds`, `channels`, `singles`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) { try tape.pass(&pending) }
}
