import Kinetics
import Sampling
import Synthesis

/// How fast particles take up dopants, bury them and give them back: bounds that hold while the medium
/// stays in a box.
struct CargoRates: Sendable {
  /// The bounds for one dopant.
  struct Bounds: Sendable {
    /// m³/s, by size.
    var uptake: [Double] = []
    /// Per dopant, 1/s.
    var desorption = 0.0
    var burial = 0.0
    var exposure = 0.0
  }

  let dopants: [Dopant]
  /// The slot of the species that each comes from.
  let slots: [Int]
  private(set) var bounds: [Bounds]
  private var tables: LadderTables

  init(_ experiment: Experiment) {
    dopants = experiment.dopants
    slots = dopants.map { dopant in
      experiment.network.species.firstIndex { $0.name == dopant.feed } ?? experiment.network.solute
    }
    bounds = dopants.map { _ in Bounds() }
    tables = LadderTables(experiment.ladder)
  }

  /// What of the medium the rates change with: growth makes them change with the solute.
  func reads(on ladder: Ladder) -> MediumVariables {
    dopants.reduce(ladder.reads.union(.solute)) { $0.union($1.law.reads) }
  }

  /// Makes the bounds anew for sizes up to one, over corners of the medium.
  mutating func refresh(over corners: [Medium<Double>], upTo largest: Int) {
    tables.grow(to: largest + 1)
    for place in dopants.indices {
      bounds[place] = Bounds(uptake: Array(repeating: 0, count: largest + 1))
    }
    for corner in corners {
      tables.refresh(in: corner)
      let sizes = 2...max(2, largest)
      let hosts = sizes.map { tables.host(of: $0, concentration: corner.solute) }
      let particles = sizes.map {
        Particle(units: Double($0), volumePerUnit: tables.ladder.volumePerUnit)
      }
      for place in dopants.indices { widen(place, particles, hosts, corner) }
    }
  }

  private mutating func widen(
    _ place: Int, _ particles: [Particle<Double>], _ hosts: [HostGrowth<Double>],
    _ medium: Medium<Double>
  ) {
    var rates = [UptakeRates<Double>](repeating: UptakeRates(uptake: 0), count: particles.count)
    var table = rates.mutableSpan
    dopants[place].law.tabulate(&table, of: particles.span, growing: hosts.span, in: medium)
    for (index, rate) in rates.enumerated() where index + 2 >= dopants[place].smallest {
      let most = rate.uptake * max(1, rate.cooperativity)
      bounds[place].uptake[index + 2] = max(bounds[place].uptake[index + 2], most)
      bounds[place].desorption = max(bounds[place].desorption, rate.desorption)
      bounds[place].burial = max(bounds[place].burial, rate.burial)
      bounds[place].exposure = max(bounds[place].exposure, rate.exposure)
    }
  }

  /// The rates of a particle in a medium.
  func rates(_ place: Int, of size: Int, _ bounds: LadderBounds, in medium: Medium<Double>)
    -> UptakeRates<Double>
  {
    let attachment = bounds.attachment(of: size, in: medium)
    let host = [
      HostGrowth(
        attachment: attachment / PhysicalConstants.avogadro,
        netUnits: attachment * medium.solute - bounds.detachment(of: size, in: medium))
    ]
    let particle = [
      Particle(units: Double(size), volumePerUnit: tables.ladder.volumePerUnit)
    ]
    var rates = [UptakeRates(uptake: 0.0)]
    var table = rates.mutableSpan
    dopants[place].law.tabulate(&table, of: particle.span, growing: host.span, in: medium)
    return rates[0]
  }
}
