import Kinetics
import Laws
import Units

/// A formula of the catalogue, or Arrhenius', read at one set of inputs.
enum Formula {
  case attachment(LawDescription<any AttachmentLaw>)
  case energy(LawDescription<any ParticleEnergy>)
  /// k(T), which every constant follows.
  case arrhenius

  init?(named name: String) {
    if let law = LawCatalogue.attachment.first(where: { $0.name == name }) {
      self = .attachment(law)
    } else if let law = LawCatalogue.energy.first(where: { $0.name == name }) {
      self = .energy(law)
    } else if name == "arrhenius" {
      self = .arrhenius
    } else {
      return nil
    }
  }

  /// What it gives: its name and unit.
  var result: (name: String, unit: String?) {
    switch self {
    case .attachment: ("attachment", "m^3/s")
    case .energy: ("energy", "J")
    case .arrhenius: ("coefficient", nil)
    }
  }

  /// The value for inputs as people write them, by name.
  func value(_ inputs: [String: String]) throws(UnitsError) -> Double? {
    switch self {
    case .arrhenius: return try Self.arrhenius(inputs)
    case .attachment(let law):
      let particle = try Self.particle(inputs)
      let medium = try Self.medium(inputs)
      let made = law.make(try Self.constants(law.constants.map { ($0.name, $0.dimension) }, inputs))
      let step = try Self.step(inputs)
      return particle.map { made.attachment(of: $0, taking: step, in: medium) }
    case .energy(let law):
      let particle = try Self.particle(inputs)
      let medium = try Self.medium(inputs)
      let made = law.make(try Self.constants(law.constants.map { ($0.name, $0.dimension) }, inputs))
      return particle.map { made.energy(of: $0, in: medium) }
    }
  }

  private static func arrhenius(_ inputs: [String: String]) throws(UnitsError) -> Double? {
    guard let value = inputs["value"], let reference = inputs["at"],
      let energy = inputs["activation_energy"], let temperature = inputs["temperature"]
    else { return nil }
    let coefficient = Coefficient(
      try Dimension("rate constant", unit: "1/s", example: "1 1/s").parse(value),
      at: try Dimension.temperature.parse(reference),
      energy: try Dimension.energyPerAmount.parse(energy))
    return coefficient.at(try Dimension.temperature.parse(temperature))
  }

  private static func constants(
    _ known: [(name: String, dimension: Dimension)], _ inputs: [String: String]
  ) throws(UnitsError) -> [String: Coefficient] {
    var constants: [String: Coefficient] = [:]
    for (name, dimension) in known {
      if let text = inputs[name] { constants[name] = Coefficient(try dimension.parse(text)) }
    }
    return constants
  }

  private static func particle(_ inputs: [String: String]) throws(UnitsError) -> Particle<Double>? {
    if let radius = inputs["radius"] {
      return Particle(units: 1, radius: try Dimension.length.parse(radius))
    }
    guard let units = inputs["units"], let volume = inputs["volume_per_unit"] else { return nil }
    return Particle(
      units: try Dimension.dimensionless.parse(units),
      volumePerUnit: try Dimension.volumePerUnit.parse(volume))
  }

  private static func medium(_ inputs: [String: String]) throws(UnitsError) -> Medium<Double> {
    Medium(
      temperature: try Dimension.temperature.parse(inputs["temperature"] ?? "298.15 K"),
      solute: try Dimension.concentration.parse(inputs["solute"] ?? "0 mol/L"),
      partner: try Dimension.concentration.parse(inputs["partner"] ?? "0 mol/L"),
      coverage: try Dimension.dimensionless.parse(inputs["coverage"] ?? "0"),
      binding: try Dimension.dimensionless.parse(inputs["binding"] ?? "0"))
  }

  /// The step that a particle takes, for laws that are driven by it.
  private static func step(_ inputs: [String: String]) throws(UnitsError) -> GrowthStep<Double> {
    GrowthStep(
      energy: try Dimension.dimensionless.parse(inputs["energy_step"] ?? "0"),
      equilibrium: try Dimension.concentration.parse(inputs["equilibrium"] ?? "0 mol/L"))
  }
}
