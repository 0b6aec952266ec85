import Kinetics
import RealModule
import Sampling
import Synthesis

/// One realization by single events, exact up to round-off.
///
/// Waiting times follow from bounds on all rates, and a candidate is taken with the share that its true
/// rate has of its bound: P. A. W. Lewis, G. S. Shedler, *Nav. Res. Logist. Q.* **26**, 403 (1979),
/// doi:10.1002/nav.3800260304. So rates may change between events as temperature, volume and coverages
/// do. A true rate above its bound ends the run: it is never cut.
struct ExactRun<Population: ParticlePopulation & ~Copyable>: ~Copyable {
  let experiment: Experiment
  let replicate: Int
  let monomer: Int
  let isHeld: [Bool]
  /// The concentration of the monomer, mol/m³, where it is held.
  let heldMonomer: Double?
  let units: [Int]
  let releases: [(slot: Int, count: Int)]
  var stream: RandomStream
  var surroundings: Surroundings
  var molecules: [Int]
  var population = Population()
  var ledger: Ledger
  var bounds: LadderBounds
  var chemistry: ReactionChannels
  var births: BirthChannel?
  var coalescence: CoalescenceChannel?
  /// Whether particles come from the ladder, not from a closure.
  let isLadderWhole: Bool
  private let coalesces: Bool
  private let partner: Int?
  /// J/mol; zero without a heat balance.
  let crystallisationEnthalpy: Double
  var flow = FlowChannels()
  var watch: EventWatch
  let filling: MonteCarlo.Filling
  /// What particles carry, where they are told apart.
  var cargo: Cargo
  var cargoRates: CargoRates
  var statistics = EventStatistics()
  var time = 0.0
  /// The stretch of the recipe that it is in, the first of which is 1.
  var stretch = 0
  /// Candidates of events to go until it pauses.
  var spell = 0
  /// When the clock was last stopped.
  var started = ContinuousClock.now

  /// Where the bounds of ladder, reactions and coalescence hold, and those of births.
  var box: MediumBox
  var birthBox: MediumBox
  var cargoBox: MediumBox
  /// The numbers of monomers for which both hold.
  var monomers: ClosedRange<Int> = 0...0
  /// The temperatures for which all do, K.
  var warmth: ClosedRange<Double> = 0...0
  var isExpired = true
  /// 1/(N_A V) at its largest in the box, mol/m³ of one molecule.
  var dilution = 0.0
  /// Particles below this size dissolve; what shrinks below it gives all its units back.
  var floor: Int
  var area = AreaCount()
  private var sideRate = 0.0

  /// Candidates from one pause to the next; nil for as many as cost nothing.
  let patience: Int?

  init(
    _ experiment: Experiment, _ settings: MonteCarlo, replicate: Int, patience: Int? = nil
  ) {
    self.patience = patience
    self.experiment = experiment
    self.replicate = replicate
    let network = experiment.network
    func slot(_ name: String) -> Int? { network.species.firstIndex { $0.name == name } }
    monomer = slot(experiment.ladder.monomer) ?? network.solute
    releases = experiment.ladder.releases.sorted { $0.key < $1.key }.compactMap { name, count in
      slot(name).map { ($0, Int(count)) }
    }
    isHeld = network.species.map(\.isHeld)
    heldMonomer = isHeld[monomer] ? network.species[monomer].initial : nil
    units = network.species.map { Int($0.units) }
    stream = RandomStream(seed: experiment.seed, replicate: replicate)
    let share = settings.volume / experiment.recipe.volume
    watch = EventWatch(experiment.recipe.events)
    filling = settings.filling
    surroundings = Surroundings(experiment, share: share)
    molecules = network.species.map { _ in 0 }
    ledger = Ledger(crystalFloor: experiment.crystalFloor)
    let top = experiment.grid.top == .closed ? experiment.grid.largest : nil
    bounds = LadderBounds(experiment.ladder, closedTop: top)
    chemistry = ReactionChannels(network)
    isLadderWhole = experiment.nucleation == nil
    coalesces = experiment.coalescence != nil
    births = BirthChannel(experiment.nucleation, in: network)
    coalescence = experiment.coalescence.map { CoalescenceChannel($0, on: experiment.ladder) }
    partner = births?.partner
    crystallisationEnthalpy = experiment.recipe.heat?.crystallisationEnthalpy ?? 0
    cargo = Cargo(kinds: experiment.dopants.count)
    cargoRates = CargoRates(experiment)
    floor = 2
    if let closure = experiment.nucleation {
      floor = closure.law.bears ? closure.dissolvesBelow.map { max(2, Int($0)) } ?? .max : 2
    }
    area = AreaCount(isCounted: !experiment.ligands.isEmpty, on: experiment.ladder)
    let nowhere = MediumBox(
      temperature: 0...0, solute: 0...0, partner: 0...0, coverage: 0...0, binding: 0...0,
      volume: 0...0, until: 0)
    (box, birthBox, cargoBox) = (nowhere, nowhere, nowhere)
    population.prepare(for: experiment, settings)
  }

  /// Lets events happen until a time within the stretch, after at most so many candidates; gives back how
  /// many are left.
  mutating func advance(to end: Double, atMost candidates: Int) throws(Interruption) -> Int {
    var left = candidates
    while time < end, left > 0 {
      left &-= 1
      if watch.isDue { try keepWatch() }
      if isExpired { try makeWindow() }
      if coalesces { followGroups() }
      let density = heldMonomer ?? Double(molecules[monomer]) * dilution
      let attaching = density * population.attaching
      let meeting = isLadderWhole ? pairs(density) * bounds.attachmentUpper[1] : 0
      let detaching = population.detaching
      let total = attaching + meeting + detaching + otherRate
      let next = time + stream.exponential() / total
      let limit = min(end, box.until, birthBox.until, cargoBox.until)
      guard next < limit else {
        pass(to: limit)
        if limit < end { isExpired = true }
        continue
      }
      guard pass(to: next) else { continue }
      var target = stream.uniform() * total
      if target < attaching {
        try attach(at: target / density)
        continue
      }
      target -= attaching
      if target < detaching {
        try detach(at: target)
        continue
      }
      target -= detaching
      if target < meeting {
        try meet(draw: target / meeting * bounds.attachmentUpper[1])
      } else {
        try happen(target - meeting)
      }
    }
    return left
  }

  /// The pairs of monomers that may meet, times the density of one molecule, mol/m³.
  @inline(__always)
  private func pairs(_ density: Double) -> Double {
    heldMonomer == nil
      ? density * Double(molecules[monomer] - 1)
      : density * density * PhysicalConstants.avogadro * box.volume.upperBound
  }

  /// Bounds on the rates of everything but the ladder, 1/s.
  @inline(__always)
  private var otherRate: Double {
    var rate = chemistry.total + sideRate
    if Population.isListed { rate += cargoRate }
    if flow.outflow > 0 { rate += flow.outflow * Double(outflowing) }
    return rate
  }

  /// Brings the rate of coalescence to the present particles.
  mutating func followGroups() {
    guard !population.groups.changed.isEmpty else { return }
    coalescence?.follow(&population.groups)
    sumSideRate()
  }

  /// Sums the bounds of births, coalescence and inflow.
  mutating func sumSideRate() {
    sideRate = flow.inflowing + (births?.total ?? 0) + coalescingRate
  }

  /// A bound on the rate of coalescence, 1/s.
  var coalescingRate: Double { 0.5 * (coalescence?.pairs ?? 0) / box.volume.lowerBound }

  /// Lets time pass; false where the medium left the box on the way, and then the time is when it did.
  @inline(__always)
  @discardableResult
  mutating func pass(to next: Double) -> Bool {
    guard !surroundings.isStill else {
      time = next
      return true
    }
    return drift(to: next)
  }

  /// Bounds hold somewhat beyond the box, and each step of coverages and heat is shorter than that: no
  /// candidate is drawn by bounds that do not hold.
  private mutating func drift(to next: Double) -> Bool {
    if !watch.isEmpty { watch.isDue = true }
    guard surroundings.drifts else {
      time = next
      return true
    }
    let start = time
    while isInside {
      guard time < next else { return true }
      time = surroundings.pass(from: time, to: next, molecules: molecules, area: area.total)
    }
    isExpired = true
    return time == next && next > start
  }

  var isInside: Bool {
    // Solute and partner are watched where they change.
    if surroundings.isOnlyWarmed { return warmth.contains(surroundings.temperature(at: time)) }
    let medium = medium
    return box.contains(medium) && birthBox.contains(medium) && cargoBox.contains(medium)
  }

  /// The liquid around the particles.
  var medium: Medium<Double> {
    let volume = surroundings.volume(at: time)
    let temperature = surroundings.temperature(at: time)
    let molar = PhysicalConstants.avogadro * volume
    var medium = Medium(temperature: temperature)
    medium.solute = concentration(of: monomer, molar)
    if let partner { medium.partner = concentration(of: partner, molar) }
    if !surroundings.ligands.isEmpty {
      medium.coverage = surroundings.gating
      medium.binding = surroundings.binding(
        molecules, area: area.total, volume: volume, temperature: temperature)
    }
    return medium
  }

  /// Molecules of a species; of one that is held, what its concentration is in the smallest volume of
  /// the box.
  func number(of slot: Int) -> Double {
    isHeld[slot]
      ? experiment.network.species[slot].initial / dilution : Double(molecules[slot])
  }

  /// Dissolved, mol/m³.
  func concentration(of slot: Int, _ molar: Double) -> Double {
    guard !isHeld[slot] else { return experiment.network.species[slot].initial }
    return surroundings.dissolved(slot, of: Double(molecules[slot]), area: area.total) / molar
  }

  /// Changes the number of molecules of a species; one that is held stays, and its units come from
  /// outside.
  @inline(__always)
  mutating func change(_ slot: Int, by number: Int) {
    if isHeld[slot] {
      ledger.lost += number * units[slot]
      return
    }
    molecules[slot] += number
    chemistry.update(after: slot, molecules)
    if !watch.isEmpty { watch.notice(slot) }
    if slot == monomer {
      if !monomers.contains(molecules[slot]) { isExpired = true }
    } else if slot == partner, !birthBox.contains(medium) {
      isExpired = true
    }
  }
}
