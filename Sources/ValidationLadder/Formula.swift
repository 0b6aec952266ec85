import Kinetics
import Laws
import Synthesis
import Units

/// A formula of the catalogue, or Arrhenius', read at one set of inputs.
enum Formula {
  case attachment(LawDescription<any AttachmentLaw>)
  case energy(LawDescription<any ParticleEnergy>)
  case nucleation(LawDescription<any NucleationLaw>)
  case coalescence(LawDescription<any CoalescenceLaw>)
  case uptake(LawDescription<any UptakeLaw>)
  /// The shape of sizes that ripening tends to.
  case ripened(RipenedSizes)
  /// What an instrument would show.
  case observed(ObservedFormula)
  /// k(T), which every constant follows.
  case arrhenius

  /// A formula by its name, "brownian", or by role and name where two roles have one of that name,
  /// "coalescence/surface-atoms".
  init?(named name: String) {
    let found = Self.all.first { $0.name == name || "\($0.role)/\($0.name)" == name }
    guard let found else { return nil }
    self = found.formula
  }

  private static var all: [(role: String, name: String, formula: Formula)] {
    LawCatalogue.attachment.map { ("attachment", $0.name, .attachment($0)) }
      + LawCatalogue.energy.map { ("energy", $0.name, .energy($0)) }
      + LawCatalogue.nucleation.map { ("nucleation", $0.name, .nucleation($0)) }
      + LawCatalogue.coalescence.map { ("coalescence", $0.name, .coalescence($0)) }
      + LawCatalogue.uptake.map { ("uptake", $0.name, .uptake($0)) }
      + RipenedSizes.allCases.map { ("seed", $0.rawValue, .ripened($0)) }
      + ObservedFormula.allCases.map { ("observation", $0.rawValue, .observed($0)) }
      + [("coefficient", "arrhenius", .arrhenius)]
  }

  /// What it gives: names and units.
  var results: [(name: String, unit: String?)] {
    switch self {
    case .attachment:
      [("attachment", "m^3/s")] + GrowthQuantity.allCases.map { ($0.rawValue, $0.unit) }
    case .energy: [("energy", "J")]
    case .nucleation: NucleationQuantity.allCases.map { ($0.rawValue, $0.unit) }
    case .coalescence: [("kernel", "m^3/s")]
    case .uptake: UptakeQuantity.allCases.map { ($0.rawValue, $0.unit) }
    case .ripened: RipenedQuantity.allCases.map { ($0.rawValue, nil) }
    case .observed(let formula): formula.results
    case .arrhenius: [("coefficient", nil)]
    }
  }

  /// One of its results for inputs as people write them, by name.
  func value(of result: String, _ inputs: [String: String]) throws(UnitsError) -> Double? {
    switch self {
    case .nucleation(let law): return try Self.nucleation(result, law, inputs)
    case .coalescence(let law):
      guard let pair = try Self.pair(inputs) else { return nil }
      return try Self.make(law, of: LawCatalogue.coalescence, inputs)?
        .kernel(pair.one, pair.other, in: try Self.medium(inputs))
    case .uptake(let law):
      guard let particle = try Self.particle(inputs),
        let quantity = UptakeQuantity(rawValue: result)
      else { return nil }
      return try Self.make(law, of: LawCatalogue.uptake, inputs).map {
        (law) throws(UnitsError) -> Double in
        quantity.value(
          of: law.rates(
            of: particle, growing: try Self.host(inputs), in: try Self.medium(inputs)))
      }
    case .ripened(let shape): return RipenedQuantity(rawValue: result)?.value(of: shape)
    case .observed(let formula): return try formula.value(of: result, inputs)
    case .arrhenius: return try Self.arrhenius(inputs)
    case .attachment(let law):
      if let quantity = GrowthQuantity(rawValue: result) {
        return try Self.growth(quantity, law, inputs)
      }
      let medium = try Self.medium(inputs)
      let step = try Self.step(inputs)
      guard let particle = try Self.particle(inputs),
        let made = try Self.make(law, of: LawCatalogue.attachment, inputs)
      else { return nil }
      return made.attachment(of: particle, taking: step, in: medium)
    case .energy(let law):
      let medium = try Self.medium(inputs)
      guard let particle = try Self.particle(inputs),
        let made = try Self.make(law, of: LawCatalogue.energy, inputs)
      else { return nil }
      return made.energy(of: particle, in: medium)
    }
  }

  /// The law with the constants, forms and lists among the inputs.
  ///
  /// Items of a list stand between semicolons. Nil where a form, or the base that the law changes, is
  /// not known.
  static func make<Made>(
    _ law: LawDescription<Made>, of laws: [LawDescription<Made>], _ inputs: [String: String]
  ) throws(UnitsError) -> Made? {
    var settings = LawSettings<Made>()
    for constant in law.constants {
      guard let text = inputs[constant.name] else { continue }
      var dimension = constant.dimension
      if dimension == .rateConstantOfOrder {
        dimension = .rateConstant(
          order: try Dimension.dimensionless.parse(inputs["order"] ?? "1"))
      }
      settings.constants[constant.name] = Coefficient(try dimension.parse(text))
    }
    for option in law.options {
      guard let name = inputs[option.name] else { continue }
      guard option.options.contains(name) else { return nil }
      settings.choices[option.name] = name
    }
    for list in law.lists {
      guard let text = inputs[list.name] else { continue }
      settings.lists[list.name] = try text.split(separator: ";").map {
        (item) throws(UnitsError) -> Double in try list.dimension.parse(String(item))
      }
    }
    if law.wraps {
      guard let base = laws.first(where: { $0.name == inputs["base"] && !$0.wraps }) else {
        return nil
      }
      settings.base = try make(base, of: laws, inputs)
    }
    return law.make(settings)
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

  private static func particle(_ inputs: [String: String]) throws(UnitsError) -> Particle<Double>? {
    let volume = try inputs["volume_per_unit"].map { (text) throws(UnitsError) -> Double in
      try Dimension.volumePerUnit.parse(text)
    }
    if let text = inputs["radius"] {
      let radius = try Dimension.length.parse(text)
      let units = volume.map { 4 * .pi / 3 * radius * radius * radius / $0 }
      return Particle(units: units ?? 1, radius: radius)
    }
    guard let units = inputs["units"], let volume else { return nil }
    return Particle(units: try Dimension.dimensionless.parse(units), volumePerUnit: volume)
  }

  /// How a particle grows, for dopants.
  private static func host(_ inputs: [String: String]) throws(UnitsError) -> HostGrowth<Double> {
    HostGrowth(
      attachment: try Dimension.attachmentVolume.parse(inputs["attachment"] ?? "0 m^3/s"),
      netUnits: try Dimension.firstOrderRate.parse(inputs["net_units"] ?? "0 1/s"))
  }

  /// Two particles, by their units.
  private static func pair(
    _ inputs: [String: String]
  ) throws(UnitsError) -> (one: Particle<Double>, other: Particle<Double>)? {
    guard let one = inputs["units"], let other = inputs["other_units"] else { return nil }
    let volume = try Dimension.volumePerUnit.parse(inputs["volume_per_unit"] ?? "0.05 nm^3")
    return (
      Particle(units: try Dimension.dimensionless.parse(one), volumePerUnit: volume),
      Particle(units: try Dimension.dimensionless.parse(other), volumePerUnit: volume)
    )
  }

  static func medium(_ inputs: [String: String]) throws(UnitsError) -> Medium<Double> {
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
