import Checkpoints
import Kinetics
import RealModule
import Synthesis

/// Turns the states of a sample into frames and counts of sizes.
struct SampleRecorder {
  private(set) var frames: [Frame] = []
  private(set) var sizes: [SizeSample] = []
  private(set) var dopants: [[DopantSample]] = []
  private(set) var history: HistorySample?
  private let experiment: Experiment
  private var tables: LadderTables
  /// When the last frame was recorded, s.
  private var last = 0.0

  init(_ experiment: Experiment) {
    self.experiment = experiment
    tables = LadderTables(experiment.ladder)
  }

  /// The next time to record, s; nil where all is recorded.
  var next: Double? {
    frames.count < experiment.outputs.count ? experiment.outputs[frames.count] : nil
  }

  mutating func record<Population: ParticlePopulation & ~Copyable>(
    _ run: inout ExactRun<Population>
  ) {
    var sample = SizeSample()
    run.population.forEachSize { size, count in
      sample.units.append(size)
      sample.counts.append(count)
    }
    let medium = run.medium
    tables.grow(to: max(run.statistics.largestParticle + 1, experiment.crystalFloor + 1))
    tables.refresh(in: medium)
    var frame = Frame()
    surround(&frame, run, medium)
    count(sample, &frame)
    weigh(&frame, run)
    let passed = Double(run.ledger.takeCrossings())
    frame.nucleationRate = run.time > last ? passed / (frame.volume * (run.time - last)) : 0
    grow(sample, &frame, medium)
    let small = tables.attachment[1] * medium.solute * medium.solute
    if run.births == nil { frame.uptakeRate += 2 * small }
    let lowest = run.births == nil ? 2 : run.floor
    for (units, count) in zip(sample.units, sample.counts) where units <= lowest {
      // The last unit takes the others with it.
      frame.uptakeRate -=
        Double((units - 1) * count) * tables.detachment[units]
        / (PhysicalConstants.avogadro * frame.volume)
    }
    if let births = run.births {
      let birth = births.birth(on: experiment.ladder, in: medium)
      frame.uptakeRate +=
        birth.rate * (birth.units + Double(births.uptake(of: 0)))
        / PhysicalConstants.avogadro
    }
    inspect(run)
    frames.append(frame)
    sizes.append(sample)
    last = run.time
  }

  /// What crystals carry.
  private mutating func inspect<Population: ParticlePopulation & ~Copyable>(
    _ run: borrowing ExactRun<Population>
  ) {
    guard Population.isListed else { return }
    var crystals: [(place: Int, radius: Double)] = []
    let (ladder, floor) = (experiment.ladder, experiment.crystalFloor)
    run.population.forEachParticle { place, size in
      if size >= floor { crystals.append((place, ladder.radius(ofUnits: Double(size)))) }
    }
    let isLast = frames.count + 1 == experiment.outputs.count
    if !experiment.dopants.isEmpty {
      dopants.append(run.cargo.samples(of: crystals, isWhole: isLast))
    }
    if isLast { history = run.cargo.history(of: crystals, on: ladder) }
  }

  /// What is dissolved, and the rates of reactions.
  private func surround<Population: ParticlePopulation & ~Copyable>(
    _ frame: inout Frame, _ run: borrowing ExactRun<Population>, _ medium: Medium<Double>
  ) {
    frame.time = run.time
    frame.temperature = medium.temperature
    frame.volume = run.surroundings.volume(at: run.time)
    let molar = PhysicalConstants.avogadro * frame.volume
    for slot in experiment.network.species.indices {
      frame.species.append(run.concentration(of: slot, molar))
    }
    frame.solute = medium.solute
    let solubility = medium(experiment.ladder.solubility)
    frame.supersaturation = solubility > 0 ? medium.solute / solubility : nil
    frame.coverages = run.surroundings.coverages
    var supply = 0.0
    for (place, channel) in run.chemistry.channels.enumerated() {
      let made = (channel.changes + channel.chances).reduce(0.0) { sum, change in
        guard change.slot == run.monomer else { return sum }
        let isChance = channel.chances.contains { $0.slot == change.slot }
        return sum + Double(change.count) * (isChance ? channel.reaction.yield : 1)
      }
      guard made != 0 else { continue }
      supply +=
        made
        * run.chemistry.rate(
          place, temperature: medium.temperature, volume: frame.volume, run.molecules)
    }
    for case (.molecule(run.monomer), let rate) in run.flow.arrivals { supply += rate }
    frame.supplyRate = supply / molar
  }

  /// Number, radii and content of the crystals.
  private func count(_ sample: SizeSample, _ frame: inout Frame) {
    var (number, length, square, area) = (0, 0.0, 0.0, 0.0)
    var (below, above, squared) = (0, 0, 0.0)
    let first = sample.units.first { $0 >= experiment.crystalFloor } ?? 0
    let origin = experiment.ladder.radius(ofUnits: Double(first))
    for (units, count) in zip(sample.units, sample.counts) {
      guard units >= experiment.crystalFloor else {
        below += units * count
        continue
      }
      let particle = Particle(units: Double(units), volumePerUnit: experiment.ladder.volumePerUnit)
      // From the smallest radius on, so that close ones are told apart.
      let distance = particle.radius - origin
      number += count
      length += distance * Double(count)
      square += distance * distance * Double(count)
      area += particle.area * Double(count)
      above += units * count
      squared += Double(units) * Double(units) * Double(count)
    }
    let molar = PhysicalConstants.avogadro * frame.volume
    frame.number = Double(number) / frame.volume
    frame.subcritical = Double(below) / molar
    frame.inCrystals = Double(above) / molar
    frame.area = area / frame.volume
    frame.unitsSquared = squared / frame.volume
    guard number > 0 else { return }
    let mean = length / Double(number)
    frame.radiusMean = (origin + mean) * 1e9
    frame.radiusSD = max(0, square / Double(number) - mean * mean).squareRoot() * 1e9
  }

  /// Yield, conversion and the balance of units: counted, and so without error.
  private func weigh<Population: ParticlePopulation & ~Copyable>(
    _ frame: inout Frame, _ run: borrowing ExactRun<Population>
  ) {
    let molar = PhysicalConstants.avogadro * frame.volume
    var (dissolved, held, precursors) = (0, 0.0, 0.0)
    for (slot, species) in experiment.network.species.enumerated() {
      let kept = species.isHeld ? species.units * species.initial * molar : 0
      dissolved += run.units[slot] * run.molecules[slot]
      held += kept
      if slot != run.monomer { precursors += Double(run.units[slot] * run.molecules[slot]) + kept }
    }
    let particles = (frame.subcritical + frame.inCrystals) * molar
    let all = Double(dissolved) + held + particles
    frame.yield = all > 0 ? frame.inCrystals * molar / all : 0
    let defect = dissolved + Int(particles.rounded()) + run.ledger.lost - run.ledger.supplied
    frame.matterDefect = Double(defect) / max(1, Double(run.ledger.supplied))
    frame.lost = Double(run.ledger.lost) / molar
    let supplied = Double(run.ledger.supplied) + held
    let present = supplied - Double(run.ledger.lost)
    let total = run.flow.outflow > 0 ? present : max(present, supplied)
    frame.conversion = total > 0 ? 1 - precursors / total : 0
  }

  /// What particles take up in this medium, on average.
  private func grow(_ sample: SizeSample, _ frame: inout Frame, _ medium: Medium<Double>) {
    let floor = experiment.crystalFloor
    var (all, crystals) = (0.0, 0.0)
    for (units, count) in zip(sample.units, sample.counts) {
      let gain = tables.attachment[units] * medium.solute * Double(count)
      let loss = tables.detachment[units] * Double(count)
      all += gain - loss
      if units >= floor { crystals += gain }
      if units > floor { crystals -= loss }
    }
    let molar = PhysicalConstants.avogadro * frame.volume
    frame.uptakeRate = all / molar
    frame.crystalUptakeRate = crystals / molar
    frame.growthRate = frame.radiusMean.map {
      tables.ladder.growthRate(ofRadius: $0 * 1e-9, in: medium) * 1e9
    }
    frame.criticalRadius = criticalRadius(in: medium)
  }

  /// The radius (nm) at which attachment balances detachment, below which a particle dissolves.
  private func criticalRadius(in medium: Medium<Double>) -> Double? {
    var before = -1.0
    for size in 2..<tables.count {
      let gain = tables.attachment[size] * medium.solute - tables.detachment[size]
      if gain > 0, before < 0, size > 2 {
        let units = Double(size) - gain / (gain - before)
        return tables.ladder.radius(ofUnits: units) * 1e9
      }
      before = gain
    }
    return nil
  }
}

extension SampleRecorder: Keepable {
  /// Made anew, at each recording: `tables`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("recorder")
    try tape.pass(&frames)
    try tape.pass(&sizes)
    try tape.pass(&dopants)
    try tape.pass(&history)
    try tape.pass(&last)
  }
}
