import Kinetics
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// A monomer attaches to the particle that a target between zero and Σ a N_A picks.
  @inline(__always)
  mutating func attach(at target: Double) throws(Interruption) {
    guard let candidate = population.attaching(at: target) else { return refuse() }
    let size = candidate.size
    let draw = candidate.draw * (heldMonomer == nil ? dilutionNow : 1)
    if draw >= bounds.attachmentLower[size] {
      guard try attaches(size, draw) else { return refuse() }
    }
    statistics.attachments &+= 1
    take(1)
    guard size != experiment.grid.largest || experiment.grid.top != .open else {
      ledger.lost += size + 1
      return lose(candidate.place, size)
    }
    move(candidate.place, from: size, to: size + 1)
  }

  /// A monomer leaves the particle that a target between zero and Σ b picks.
  @inline(__always)
  mutating func detach(at target: Double) throws(Interruption) {
    guard let candidate = population.detaching(at: target) else { return refuse() }
    let size = candidate.size
    if candidate.draw >= bounds.detachmentLower[size] {
      guard try detaches(size, candidate.draw) else { return refuse() }
    }
    statistics.detachments &+= 1
    guard size - 1 >= floor else { return dissolve(candidate.place, size) }
    take(-1)
    move(candidate.place, from: size, to: size - 1)
  }

  /// Two monomers meet.
  ///
  /// - Parameter draw: evenly spread up to the bound of a(1)·N_A.
  mutating func meet(draw: Double) throws(Interruption) {
    let room = box.volume.upperBound / surroundings.volume(at: time)
    guard try attaches(1, draw * (heldMonomer == nil ? dilutionNow : room)) else {
      return refuse()
    }
    statistics.attachments += 1
    take(2)
    appear(2)
    ledger.step(from: 1, to: 2, at: time)
  }

  /// Whether a draw, below a bound, lies below the true a(n)·N_A too.
  private func attaches(_ size: Int, _ draw: Double) throws(Interruption) -> Bool {
    let (lower, upper) = (bounds.attachmentLower[size], bounds.attachmentUpper[size])
    guard draw >= lower, draw < upper else { return draw < lower }
    return try draw < checked(bounds.attachment(of: size, in: medium), below: upper)
  }

  /// Whether a draw, below a bound, lies below the true b(n) too.
  private func detaches(_ size: Int, _ draw: Double) throws(Interruption) -> Bool {
    let (lower, upper) = (bounds.detachmentLower[size], bounds.detachmentUpper[size])
    guard draw >= lower, draw < upper else { return draw < lower }
    return try draw < checked(bounds.detachment(of: size, in: medium), below: upper)
  }

  /// A true rate, which must not exceed its bound.
  func checked(_ rate: Double, below bound: Double) throws(Interruption) -> Double {
    guard rate <= bound * (1 + Population.slack) else {
      throw Interruption(
        cause: .failed, time: time,
        reason: "a rate of \(rate) exceeds the bound \(bound) that events are drawn by: it changes "
          + "with the medium neither up nor down throughout; use engine = \"balance\"")
    }
    return rate
  }

  /// What a draw is multiplied by because the volume is larger than at the start of the box.
  @inline(__always)
  var dilutionNow: Double {
    surroundings.inflow == 0
      ? 1 : surroundings.volume(at: time) / box.volume.lowerBound
  }

  /// The same for what a species takes part in: one that is held keeps its concentration.
  @inline(__always)
  func thinning(of slot: Int) -> Double {
    surroundings.inflow == 0 || isHeld[slot] ? 1 : dilutionNow
  }

  @inline(__always)
  mutating func refuse() { statistics.refusals &+= 1 }

  /// Takes monomers from the solution, or gives them back.
  @inline(__always)
  mutating func take(_ number: Int) {
    change(monomer, by: -number)
    for (slot, count) in releases { change(slot, by: count * number) }
    if crystallisationEnthalpy != 0 { warm(by: -crystallisationEnthalpy * Double(number)) }
  }

  /// Warms the liquid by what single molecules set free, J/mol.
  func heat(_ molar: Double) -> Double { molar / PhysicalConstants.avogadro }

  mutating func warm(by molar: Double) {
    surroundings.warm(by: heat(molar), volume: surroundings.volume(at: time))
    if surroundings.isOnlyWarmed ? !isInside : !box.contains(medium) { isExpired = true }
  }

  /// Gives a particle one unit more or less.
  @inline(__always)
  mutating func move(_ place: Int, from before: Int, to after: Int) {
    _ = population.resize(place, to: after)
    area.remove(before)
    area.add(after)
    ledger.step(from: before, to: after, at: time)
    if Population.isListed, after < before { unload(place, shrunkTo: after) }
    if after > statistics.largestParticle { grew(to: after) }
  }

  /// A particle goes away with all that it carries.
  mutating func lose(_ place: Int, _ size: Int) {
    if Population.isListed { _ = cargo.empty(place) }
    population.remove(place)
    area.remove(size)
    ledger.add(-1, ofSize: size, at: time)
  }

  mutating func grew(to size: Int) {
    statistics.largestParticle = size
    if size >= population.room { isExpired = true }
  }

  /// A particle appears that was none before.
  @discardableResult
  mutating func appear(_ size: Int) -> Int {
    if size > statistics.largestParticle {
      statistics.largestParticle = size
    }
    if size >= population.room { makeRoom(for: size) }
    let place = population.add(size)
    if Population.isListed { cargo.begin(place, at: time) }
    area.add(size)
    statistics.mostParticles = max(statistics.mostParticles, population.count)
    return place
  }

  /// Room for a particle before there are rates for it.
  mutating func makeRoom(for size: Int) {
    isExpired = true
    guard size > population.room else { return }
    bounds.extend(to: size)
    population.sort(by: bounds, grouping: coalescence?.starts ?? [])
  }

  /// A particle gives all its units back.
  mutating func dissolve(_ place: Int, _ size: Int) {
    if Population.isListed { unload(place, shrunkTo: 0) }
    population.remove(place)
    area.remove(size)
    ledger.step(from: size, to: 0, at: time)
    take(-size)
  }

  /// Something other than the ladder's steps happens, picked by a target between zero and its rate.
  mutating func happen(_ target: Double) throws(Interruption) {
    var target = target
    if target < chemistry.total { return try react(at: target) }
    target -= chemistry.total
    let bearing = births?.total ?? 0
    if target < bearing { return try bear(draw: target) }
    target -= bearing
    let joining = coalescingRate
    if target < joining { return try coalesce(share: target / joining) }
    target -= joining
    if target < flow.inflowing { return arrive(at: target) }
    if Population.isListed {
      let rate = cargoRate
      if target - flow.inflowing < rate { return try handle(at: target - flow.inflowing) }
      target -= rate
    }
    if flow.outflow > 0 { leave(at: (target - flow.inflowing) / flow.outflow) }
  }

  private mutating func react(at target: Double) throws(Interruption) {
    guard let (place, draw) = chemistry.pick(target) else { return refuse() }
    try react(place, draw: draw)
  }

  /// A reaction happens if a draw, below its bound, lies below its true rate too.
  mutating func react(_ place: Int, draw: Double) throws(Interruption) {
    let isSure =
      surroundings.ligands.isEmpty && draw < chemistry.leastShares[place] * chemistry.rates[place]
    if !surroundings.isStill, !isSure {
      let volume = surroundings.volume(at: time)
      let share = try checked(
        chemistry.share(of: place, temperature: surroundings.temperature(at: time), volume: volume)
          * freeShare(place), below: 1)
      guard draw < share * chemistry.rates[place] else { return refuse() }
    }
    carryOut(place, 1)
  }

  /// Does what a reaction does, so many times.
  mutating func carryOut(_ place: Int, _ times: Int) {
    statistics.reactions += times
    for (slot, count) in chemistry.channels[place].changes { change(slot, by: count * times) }
    for (slot, count) in chemistry.channels[place].chances {
      let made = stream.binomial(times, chemistry.channels[place].reaction.yield)
      change(slot, by: count * made)
      ledger.lost += count * (times - made) * units[slot]
    }
    guard surroundings.hasHeat else { return }
    let enthalpy = chemistry.channels[place].reaction.enthalpy
    guard enthalpy != 0 else { return }
    let isForward = chemistry.channels[place].isForward
    warm(by: (isForward ? -enthalpy : enthalpy) * Double(times))
  }

  /// The combinations of molecules that are dissolved, over those of all that there are.
  func freeShare(_ place: Int) -> Double {
    guard !surroundings.ligands.isEmpty else { return 1 }
    let free = molecules.indices.map {
      Int(surroundings.dissolved($0, of: Double(molecules[$0]), area: area.total))
    }
    return chemistry.combinations(place, free) / chemistry.combinations(place, molecules)
  }

  mutating func bear(draw: Double) throws(Interruption) {
    let (ladder, medium) = (bounds.ladder, medium)
    guard let birth = births?.present(on: ladder, in: medium), let births else { return }
    let rate = birth.rate * surroundings.volume(at: time)
    guard try draw < checked(rate, below: births.total) else { return refuse() }
    lowerFloor(toNucleus: birth.units)
    let size = stream.rounded(birth.units)
    guard has(births.uptake(of: size), of: monomer),
      births.partner.map({ has(births.partnerCount, of: $0) }) ?? true
    else { return refuse() }
    statistics.births += 1
    take(births.uptake(of: size))
    if let partner = births.partner { change(partner, by: -births.partnerCount) }
    appear(size)
    ledger.bear(size, at: time)
  }

  /// Whether there are so many molecules of a species.
  private func has(_ number: Int, of slot: Int) -> Bool {
    isHeld[slot] || molecules[slot] >= number
  }

  mutating func coalesce(share: Double) throws(Interruption) {
    guard let channel = coalescence, let (one, other, bound) = channel.pick(share * channel.pairs)
    else { return refuse() }
    let ranks = (
      stream.place(of: channel.count(ofGroup: one)), stream.place(of: channel.count(ofGroup: other))
    )
    guard one != other || ranks.0 != ranks.1 else { return refuse() }
    let places = (
      population.member(ranks.0, ofGroup: one), population.member(ranks.1, ofGroup: other)
    )
    let sizes = (population.size(of: places.0), population.size(of: places.1))
    let kernel = try checked(channel.kernel(sizes.0, sizes.1, in: medium), below: bound)
    guard stream.uniform() * bound < kernel / dilutionNow else { return refuse() }
    statistics.coalescences += 1
    join(places, sizes)
  }

  private mutating func join(_ places: (Int, Int), _ sizes: (Int, Int)) {
    let sum = sizes.0 + sizes.1
    for size in [sizes.0, sizes.1] {
      area.remove(size)
      ledger.add(-1, ofSize: size, at: time)
    }
    let place = appear(sum)
    if Population.isListed { joinCargo(places, sizes, into: place) }
    population.remove(places.1)
    population.remove(places.0)
    ledger.add(1, ofSize: sum, at: time)
  }
}
