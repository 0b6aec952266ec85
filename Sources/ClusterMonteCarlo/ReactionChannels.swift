import Kinetics
import RealModule

/// The reactions of a network between whole molecules.
///
///     events/s = k(T) κ^(order - 1) ∏ n(n-1)...(n-α+1),   κ = 1/(N_A V)
///
/// D. T. Gillespie, *J. Phys. Chem.* **81**, 2340 (1977), doi:10.1021/j100540a008. An order that is no
/// whole number takes (κ n)^α; a species that is held takes its concentration. No event happens that
/// would need more molecules than there are.
struct ReactionChannels: Sendable {
  /// One way of a reaction.
  struct Channel: Sendable {
    let reaction: Reaction
    let isForward: Bool
    /// Powers of what is counted, and of what is held at a concentration.
    let orders: [Reaction.Term]
    /// What there must be for an event.
    let needs: [(slot: Int, count: Int)]
    /// What an event changes for certain.
    let changes: [(slot: Int, count: Int)]
    /// Molecules that an event makes with the chance of the yield.
    let chances: [(slot: Int, count: Int)]
    let heldFactor: Double
    let order: Double
  }

  let channels: [Channel]
  /// The channels whose rates change with a species.
  private let dependents: [[Int]]
  /// Bounds on the rates, 1/s, at the present numbers.
  private(set) var rates: [Double]
  private(set) var total = 0.0
  /// Bounds on the rates for single molecules.
  private var coefficients: [Double]
  /// The least of each rate in all corners, as a share of its bound.
  private(set) var leastShares: [Double]
  /// What the combinations of each channel are made of, one channel after the other, and where the
  /// terms of each end: plain numbers, which are read at every event.
  private let factors: [Factor]
  private let ends: [Int]

  /// What one species does for the combinations of a channel.
  private struct Factor: Sendable {
    let slot: Int
    let order: Double
    /// Molecules that there must be.
    let need: Int
  }

  init(_ network: ReactionNetwork) {
    let made = network.reactions.flatMap { reaction in
      reaction.equilibriumConstant == nil
        ? [Channel(reaction, isForward: true, in: network)]
        : [true, false].map { Channel(reaction, isForward: $0, in: network) }
    }
    channels = made
    dependents = network.species.indices.map { slot in
      made.indices.filter { place in
        made[place].orders.contains { $0.species == slot }
          || made[place].needs.contains { $0.slot == slot }
      }
    }
    let parts = made.map { channel in
      network.species.indices.compactMap { slot in
        let order = channel.orders.reduce(0) { $1.species == slot ? $0 + $1.count : $0 }
        let need = channel.needs.reduce(0) { $1.slot == slot ? $0 + $1.count : $0 }
        return order == 0 && need == 0 ? nil : Factor(slot: slot, order: order, need: need)
      }
    }
    factors = parts.flatMap { $0 }
    var end = 0
    ends = parts.map { part in
      end += part.count
      return end
    }
    rates = made.map { _ in 0 }
    coefficients = rates
    leastShares = rates
  }

  /// Makes bounds that hold at all of the given temperatures (K) and volumes (m³).
  mutating func refresh(over corners: [(temperature: Double, volume: Double)], _ molecules: [Int]) {
    for place in channels.indices {
      let found = corners.map {
        channels[place].coefficient(at: $0.temperature, volume: $0.volume)
      }
      coefficients[place] = max(0, found.max() ?? 0)
      leastShares[place] = coefficients[place] > 0 ? (found.min() ?? 0) / coefficients[place] : 0
      rates[place] = coefficients[place] * combinations(place, molecules)
    }
    total = rates.reduce(0, +)
  }

  /// Brings the rates to a changed number of molecules of a species.
  @inline(__always)
  mutating func update(after slot: Int, _ molecules: borrowing [Int]) {
    guard !dependents[slot].isEmpty else { return }
    recount(dependents[slot], molecules)
  }

  private mutating func recount(_ places: [Int], _ molecules: borrowing [Int]) {
    for place in places {
      rates[place] = coefficients[place] * combinations(place, molecules)
    }
    total = rates.reduce(0, +)
  }

  /// How many combinations of molecules may react in a channel.
  func combinations(_ place: Int, _ molecules: borrowing [Int]) -> Double {
    var product = 1.0
    for index in (place == 0 ? 0 : ends[place - 1])..<ends[place] {
      let factor = factors[index]
      let number = molecules[factor.slot]
      guard number >= factor.need else { return 0 }
      switch factor.order {
      case 0: break
      case 1: product *= Double(number)
      case 2: product *= Double(number) * Double(number - 1)
      case 3: product *= Double(number) * Double(number - 1) * Double(number - 2)
      case let power where power == power.rounded() && power >= 0:
        for taken in 0..<Int(power) { product *= Double(number - taken) }
      case let power: product *= number > 0 ? .pow(Double(number), power) : 0
      }
    }
    return max(0, product)
  }

  /// How often a channel's event may happen before something that it takes is used up.
  func mostEvents(of place: Int, _ molecules: borrowing [Int]) -> Int {
    var most = Int.max
    for index in (place == 0 ? 0 : ends[place - 1])..<ends[place] where factors[index].need > 0 {
      most = min(most, molecules[factors[index].slot] / factors[index].need)
    }
    return most
  }

  /// The channel that a target between zero and the total picks, and a draw below its bound.
  func pick(_ target: Double) -> (channel: Int, draw: Double)? {
    var rest = target
    for place in rates.indices {
      if rest < rates[place] { return (place, rest) }
      rest -= rates[place]
    }
    return nil
  }

  /// The rate of a channel, 1/s, as a share of its bound.
  func share(of place: Int, temperature: Double, volume: Double) -> Double {
    channels[place].coefficient(at: temperature, volume: volume) / coefficients[place]
  }

  /// A bound on the rate of a channel for any numbers of molecules, 1/s.
  func bound(_ place: Int, _ molecules: borrowing [Int]) -> Double {
    coefficients[place] * combinations(place, molecules)
  }

  /// Molecules of a species that an event makes at most.
  func made(_ slot: Int, _ place: Int) -> Int {
    let channel = channels[place]
    return (channel.changes + channel.chances).reduce(0) {
      $1.slot == slot ? $0 + max(0, $1.count) : $0
    }
  }

  /// The highest order in which any rate reads a species; nil where none does.
  func highestOrder(in slot: Int) -> Double? {
    guard !dependents[slot].isEmpty else { return nil }
    return dependents[slot].reduce(1) { highest, place in
      channels[place].orders.reduce(highest) { max($0, $1.species == slot ? $1.count : 0) }
    }
  }

  /// The rate of a channel at any temperature and volume, 1/s.
  func rate(_ place: Int, temperature: Double, volume: Double, _ molecules: [Int]) -> Double {
    channels[place].coefficient(at: temperature, volume: volume)
      * combinations(place, molecules)
  }
}

extension ReactionChannels.Channel {
  init(_ reaction: Reaction, isForward: Bool, in network: ReactionNetwork) {
    self.reaction = reaction
    self.isForward = isForward
    let (from, to) =
      isForward ? (reaction.reactants, reaction.products) : (reaction.products, reaction.reactants)
    let powers = isForward ? reaction.orders : reaction.products
    orders = powers.filter { !network.species[$0.species].isHeld }
    order = powers.reduce(0) { $0 + $1.count }
    heldFactor = powers.reduce(1) { product, term in
      let species = network.species[term.species]
      return species.isHeld ? product * .pow(species.initial, term.count) : product
    }
    let hasYield = isForward && reaction.yield < 1
    var changes = [Int: Int]()
    for term in from { changes[term.species, default: 0] -= Int(term.count) }
    for term in to where !hasYield || network.species[term.species].units == 0 {
      changes[term.species, default: 0] += Int(term.count)
    }
    needs = from.filter { !network.species[$0.species].isHeld }.map { ($0.species, Int($0.count)) }
    self.changes = changes.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map {
      ($0.key, $0.value)
    }
    chances =
      hasYield
      ? to.filter { network.species[$0.species].units > 0 }.map { ($0.species, Int($0.count)) } : []
  }

  /// Events per second for each combination of molecules.
  func coefficient(at temperature: Double, volume: Double) -> Double {
    var k = reaction.rateConstant.at(temperature)
    if !isForward, let constant = reaction.equilibriumConstant { k /= constant.at(temperature) }
    let molar = PhysicalConstants.avogadro * volume
    let counted = orders.reduce(0) { $0 + $1.count }
    return k * heldFactor * molar * .pow(molar, -counted)
  }
}
