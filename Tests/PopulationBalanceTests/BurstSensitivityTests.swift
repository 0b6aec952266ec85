import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

/// A burst of nuclei from a precursor that converts, and what can be changed in it.
struct Burst: Sendable {
  var surfaceEnergy = 0.10
  var solubility = 1e-3
  var enthalpy = 6e4
  var surfaceRate = 2e-5
  var diffusivity = 1e-9
  var conversion = 0.05
  var precursor = 20.0
  var injected = 30.0
  var temperature = 513.0
  var kind = SizeGrid.Kind.hybrid
  var hasHeat = false
  var coalescence: Coalescence?
  var relative = 1e-7
  var duration = 7.0

  /// The injection comes in the middle; half of it at once, half over two seconds.
  var experiment: Experiment {
    var attachment = MixedControl()
    attachment.surfaceRateConstant = Coefficient(surfaceRate, at: 500, energy: 4e4)
    attachment.diffusivity = Coefficient(diffusivity, at: 500, energy: 1.5e4)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(surfaceEnergy)
    let ladder = Ladder(
      attachment: attachment, energies: [surface],
      solubility: Coefficient(solubility, at: 500, energy: enthalpy), volumePerUnit: 5.6e-29)
    let injections = [(2.5, 0.0), (2.5, 2.0)].map { time, duration in
      Injection(
        time: time, duration: duration, volume: 1e-6, temperature: hasHeat ? 300 : nil,
        contents: [0, injected])
    }
    var experiment = Experiment(
      network: Flasks.conversion(
        rate: Coefficient(conversion, at: 500, energy: 9e4), precursor: precursor),
      ladder: ladder,
      recipe: Flasks.recipe(
        temperature, heat: hasHeat ? HeatBalance(transfer: 0.1, capacity: 1.7e6) : nil,
        injections: injections),
      grid: SizeGrid(kind: kind), duration: duration,
      outputs: [2, 3, 7].filter { $0 <= duration },
      tolerances: Tolerances(relative: relative))
    experiment.coalescence = coalescence
    return experiment
  }

  struct Parameter: Sendable, CustomTestStringConvertible {
    var testDescription: String
    let path: any WritableKeyPath<Burst, Double> & Sendable
  }

  static let parameters = [
    Parameter(testDescription: "surface energy", path: \.surfaceEnergy),
    Parameter(testDescription: "solubility", path: \.solubility),
    Parameter(testDescription: "enthalpy of solution", path: \.enthalpy),
    Parameter(testDescription: "surface rate constant", path: \.surfaceRate),
    Parameter(testDescription: "diffusivity", path: \.diffusivity),
    Parameter(testDescription: "rate of conversion", path: \.conversion),
    Parameter(testDescription: "initial concentration", path: \.precursor),
    Parameter(testDescription: "injected concentration", path: \.injected),
    Parameter(testDescription: "temperature", path: \.temperature),
  ]

  func direction(_ parameter: Parameter) -> Direction {
    Direction(of: experiment, at: self[keyPath: parameter.path]) { experiment, value in
      experiment = with(parameter, value).experiment
    }
  }

  func with(_ parameter: Parameter, _ value: Double) -> Burst {
    var changed = self
    changed[keyPath: parameter.path] = value
    return changed
  }
}

@Suite("Sensitivities of a burst of nuclei")
struct BurstSensitivityTests {
  private static let quantities: [(String, any KeyPath<Frame, Double?> & Sendable)] = [
    ("number", \.someNumber), ("mean radius", \.radiusMean), ("spread", \.radiusSD),
    ("yield", \.someYield), ("solute", \.someSolute), ("precursor", \.somePrecursor),
  ]

  /// Central differences of whole runs, extrapolated from two distances.
  private func differences(_ burst: Burst, _ parameter: Burst.Parameter) -> [[Double?]] {
    let value = burst[keyPath: parameter.path]
    func difference(_ h: Double) -> [[Double?]] {
      let low = burst.with(parameter, value * (1 - h)).experiment.balance().frames
      let high = burst.with(parameter, value * (1 + h)).experiment.balance().frames
      return zip(low, high).map { low, high in
        Self.quantities.map { quantity in
          guard let a = low[keyPath: quantity.1], let b = high[keyPath: quantity.1] else {
            return nil
          }
          return (b - a) / (2 * h * value)
        }
      }
    }
    return zip(difference(2e-4), difference(4e-4)).map { near, far in
      zip(near, far).map { near, far in
        guard let near, let far else { return nil }
        return (4 * near - far) / 3
      }
    }
  }

  private func compare(_ burst: Burst, _ parameters: [Burst.Parameter], within: Double) throws {
    let run = try burst.experiment.balance(along: parameters.map { burst.direction($0) })
    #expect(run.trajectory.interruption == nil)
    var tight = burst
    tight.relative = 1e-9
    for (place, parameter) in parameters.enumerated() {
      let expected = differences(tight, parameter)
      let value = burst[keyPath: parameter.path]
      for (output, row) in expected.enumerated() {
        for (quantity, difference) in zip(Self.quantities, row) {
          guard let difference, let slope = run.slopes[output][place][quantity.1],
            let present = run.trajectory.frames[output][keyPath: quantity.1]
          else { continue }
          // What changes by less than a quantity itself per relative change counts by the latter.
          let size = max(abs(difference), abs(present / value))
          #expect(
            abs(slope - difference) < within * size,
            "\(parameter.testDescription), \(quantity.0) at \(output): \(slope), \(difference)")
        }
      }
    }
  }

  @Test("agree with differences of whole runs", arguments: Burst.parameters.indices)
  func agreement(place: Int) throws {
    try compare(Burst(), [Burst.parameters[place]], within: 1e-5)
  }

  @Test("agree on the exact grid, too", arguments: [0, 3, 8])
  func exact(place: Int) throws {
    var burst = Burst(kind: .exact)
    burst.duration = 3
    try compare(burst, [Burst.parameters[place]], within: 1e-5)
  }

  @Test("agree under a heat balance, too")
  func heat() throws {
    let parameters = [0, 7].map { Burst.parameters[$0] }
    try compare(Burst(hasHeat: true), parameters, within: 1e-5)
  }

  @Test("keep matter: units of all there is change by what is put in")
  func matter() throws {
    let burst = Burst()
    let run = try burst.experiment.balance(along: Burst.parameters.map { burst.direction($0) })
    for slopes in run.slopes {
      for (place, slope) in slopes.enumerated() {
        let scale = burst[keyPath: Burst.parameters[place].path]
        let defect = slope[\.matterDefect] * scale
        #expect(abs(defect) < 1e-9, "\(Burst.parameters[place].testDescription)")
      }
    }
  }

  @Test("of every size add up to the slope of their number")
  func sizes() throws {
    let burst = Burst()
    let run = try burst.experiment.balance(along: [burst.direction(Burst.parameters[0])])
    let (sizes, slope) = (try #require(run.populations.last), try #require(run.slopes.last)[0])
    #expect(sizes.numbers.count == slope.numbers.count)
    let number = zip(sizes.units, slope.numbers).reduce(0) { $1.0 >= 30 ? $0 + $1.1 : $0 }
    #expect(relativeError(number, slope[\.number]) < 1e-9)
  }

  @Test("agree where particles coalesce, whose Jacobian is not exact")
  func coalescence() throws {
    var kernel = ConstantCoalescence()
    kernel.rateConstant = Coefficient(1e-21)
    var burst = Burst()
    burst.coalescence = Coalescence(kernel, smallest: 30)
    burst.duration = 3
    try compare(burst, [Burst.parameters[0], Burst.parameters[5]], within: 1e-5)
  }

  @Test("leave the run what it is")
  func unchanged() throws {
    let burst = Burst()
    let alone = burst.experiment.balance()
    let run = try burst.experiment.balance(along: Burst.parameters.map { burst.direction($0) })
    for (one, other) in zip(alone.frames, run.trajectory.frames) {
      #expect(relativeError(one.number, other.number) < 1e-5)
      #expect(relativeError(one.solute, other.solute) < 1e-5)
    }
  }
}

extension Frame {
  fileprivate var someNumber: Double? { number }
  fileprivate var someYield: Double? { yield }
  fileprivate var someSolute: Double? { solute }
  fileprivate var somePrecursor: Double? { species[1] }
}
