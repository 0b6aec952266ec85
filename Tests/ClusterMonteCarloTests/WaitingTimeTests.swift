import ClusterMonteCarlo
import Kinetics
import Laws
import RealModule
import Synthesis
import Testing

/// When the first nucleus of a small flask is there: its hazard is known, its time is drawn.
@Suite("The first nucleus waits")
struct WaitingTimeTests {
  /// With 99 % confidence.
  private static let limit = 1.628

  /// The distribution of first times with a hazard, as a share of those within the run.
  private func check(
    _ count: Int, _ experiment: Experiment, _ method: MonteCarlo.Method, hazard: (Double) -> Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var flask = experiment
    // No larger than the nuclei, whose times alone matter.
    flask.grid = SizeGrid(top: .closed, largest: 6)
    let times = flask.draw(count, method) { $0.firstCrystal }
    let missing = Double(times.count { $0 == nil })
    let chance = Double.exp(-hazard(experiment.duration))
    let spread = (chance * (1 - chance) / Double(times.count)).squareRoot()
    #expect(
      abs(missing / Double(times.count) - chance) <= 3 * spread, sourceLocation: sourceLocation)
    let distance = Statistics.kolmogorov(times.compactMap(\.self)) {
      (1 - .exp(-hazard($0))) / (1 - chance)
    }
    #expect(distance < Self.limit, sourceLocation: sourceLocation)
  }

  private func closure(_ rate: Coefficient, order: Double = 0) -> NucleationClosure {
    var law = PowerLawNucleation()
    law.rateConstant = rate
    law.order = Coefficient(order)
    law.nucleusUnits = Coefficient(3)
    return NucleationClosure(law, dissolvesBelow: 3)
  }

  @Test("exponentially at a constant rate of one a second", arguments: Samples.methods)
  func constant(method: MonteCarlo.Method) {
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 50, units: 1)], outputs: [8])
    experiment.nucleation = closure(Coefficient(1))
    check(500, experiment, method) { $0 }
  }

  @Test(
    "for surface that ligands leave, as 1 - exp(-t/2) opens", arguments: Samples.methods)
  func opening(method: MonteCarlo.Method) {
    // Two monomers meet at 2 a(1)/V; a ligand that only leaves frees θ = exp(-t/2).
    var gated = LigandGated()
    gated.base = Samples.power(0.5)
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 2, units: 1), Species(name: "L")],
      ladder: Samples.ladder(gated), outputs: [9])
    experiment.ligands = [
      Ligand(
        name: "L", adsorptionConstant: Coefficient(0), desorptionConstant: Coefficient(0.5),
        siteDensity: 4e18, initialCoverage: 1)
    ]
    func hazard(_ time: Double) -> Double { time - 2 * (1 - .exp(-0.5 * time)) }
    #expect(abs(Double.exp(-hazard(3)) - 0.235_449_148) < 1e-9)
    check(60, experiment, method, hazard: hazard)
  }

  @Test("for a flask that is heated", arguments: Samples.methods)
  func ramp(method: MonteCarlo.Method) {
    // Twenty kelvin in 10 s, in which the rate grows elevenfold.
    let rate = Coefficient(0.05, at: 460, energy: 2.2e5)
    var program = TemperatureProgram(heldAt: 460)
    program.ramp(to: 480, rate: 2)
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 50, units: 1)], program: program, outputs: [10])
    experiment.nucleation = closure(rate)
    check(100, experiment, method) { end in
      integral(to: end) { rate.at(460 + 2 * $0) }
    }
  }

  @Test("for supersaturation that a hot flask loses and a cold one gains")
  func top() {
    // J = A exp(-B/ln² S) with a solubility and a prefactor that both rise with temperature: on
    // cooling J passes a maximum.
    var law = ExponentialNucleation()
    law.prefactor = Coefficient(1, at: 500, energy: 1.1e5)
    law.barrier = Coefficient(60)
    law.nucleusRadius = Coefficient(0.4e-9)
    var program = TemperatureProgram(heldAt: 500)
    program.ramp(to: 380, rate: 12)
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 60, units: 1)], program: program, outputs: [10])
    experiment.ladder.solubility = Coefficient(6, at: 500, energy: 6e4)
    experiment.nucleation = NucleationClosure(law, dissolvesBelow: 3)
    let shape = law.prefactor
    func rate(_ time: Double) -> Double {
      let medium = Medium(temperature: 500 - 12 * time, solute: 60.0)
      let driving = Double.log(60 / medium(experiment.ladder.solubility))
      return medium(shape) * .exp(-60 / (driving * driving))
    }
    // One nucleus expected in all.
    let all = integral(to: 10, rate)
    law.prefactor.value = 1 / (all * Samples.one)
    experiment.nucleation?.law = law
    let rates = stride(from: 0, through: 10, by: 0.1).map(rate)
    #expect(rates.max() ?? 0 > 3 * max(rates[0], rates[rates.count - 1]))
    check(60, experiment, .compositionRejection) { integral(to: $0, rate) / all }
  }

  @Test("for a pair in a volume that a feed lets grow", arguments: Samples.methods)
  func feed(method: MonteCarlo.Method) {
    // The volume doubles in four seconds, and a pair meets at 2 a/V: ∫dt/V is a logarithm.
    let injection = Injection(
      time: 0, duration: 4, volume: Samples.one, contents: [0])
    let experiment = Samples.experiment(
      [Species(name: "solute", initial: 2, units: 1)],
      ladder: Samples.ladder(Samples.power(0.3)), injections: [injection], outputs: [4])
    check(500, experiment, method) { 0.6 * 4 * .log(1 + $0 / 4) }
  }

  /// Simpson's rule.
  private func integral(to end: Double, _ value: (Double) -> Double) -> Double {
    let count = 400
    let step = end / Double(count)
    return (0...count).reduce(0) { sum, place in
      let weight = place == 0 || place == count ? 1.0 : place.isMultiple(of: 2) ? 2 : 4
      return sum + weight * value(Double(place) * step) * step / 3
    }
  }
}
