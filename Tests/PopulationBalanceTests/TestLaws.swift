import Kinetics

/// Attachment that ligands and supersaturation change.
struct GatedAttachment: AttachmentLaw {
  static let name = "gated"
  static let summary = "For tests."
  static let equation = "a = k n^(1/3) (1 - theta) S/(1 + S)"
  static let assumptions = "None."
  static let source = "None."
  static let parameters: [Parameter<Self>] = []
  var reads: MediumVariables { [.temperature, .solute, .coverage] }

  func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    let drive = medium.solute / step.equilibrium
    return Value.root(particle.units, 3) * (1 - medium.coverage) * drive / (1 + drive)
      * (medium.temperature / 300 / PhysicalConstants.avogadro)
  }
}

/// Nuclei whose number and size follow the solute, a partner and the temperature.
struct PartneredNucleation: NucleationLaw {
  static let name = "partnered"
  static let summary = "For tests."
  static let equation = "J = c p T/300, n = 4 + c/20 + T/3000"
  static let assumptions = "None."
  static let source = "None."
  static let parameters: [Parameter<Self>] = []
  var partnerCount: Double { 2 }
  var reads: MediumVariables { [.temperature, .solute, .partner] }

  func birth<Value: TabulatedScalar>(on ladder: Ladder, in medium: Medium<Value>) -> Birth<Value> {
    let events = 0.1 * medium.solute * medium.partner * medium.temperature / 300
    return Birth(
      rate: events * PhysicalConstants.avogadro,
      units: 4.2 + medium.solute / 40 + medium.temperature / 3000)
  }
}

/// A law of dopants that asks how deep they lie.
struct DepthAsking: UptakeLaw {
  static let name = "depth-asking"
  static let summary = "For tests."
  static let equation = "u = 1"
  static let assumptions = "None."
  static let source = "None."
  static let parameters: [Parameter<Self>] = []
  var entersSurface: Bool { false }
  var isIrreversible: Bool { true }
  var needsDepth: Bool { true }

  func rates<Value: Scalar>(
    of particle: Particle<Value>, growing host: HostGrowth<Value>, in medium: Medium<Value>
  ) -> UptakeRates<Value> {
    UptakeRates(uptake: Value(1))
  }
}
