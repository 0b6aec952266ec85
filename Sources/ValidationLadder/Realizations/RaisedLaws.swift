import Kinetics

/// A law whose rate is multiplied: what the law itself is not.
protocol RaisedLaw: Law {}

extension RaisedLaw {
  static var name: String { "raised" }
  static var summary: String { "Another law at a multiple of its rate." }
  static var equation: String { "k -> f k" }
  static var assumptions: String { "Made to be found out." }
  static var source: String { "qdsynth (2026)" }
  static var parameters: [Parameter<Self>] { [] }
}

/// Attachment, and with it detachment, at a multiple.
struct RaisedAttachment: RaisedLaw, AttachmentLaw {
  var base: any AttachmentLaw
  var factor: Double

  init() { self.init(NoAttachment(), by: 1) }

  init(_ base: any AttachmentLaw, by factor: Double) {
    (self.base, self.factor) = (base, factor)
  }

  var reads: MediumVariables { base.reads }
  var hasSurfaceStep: Bool { base.hasSurfaceStep }

  func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    factor * base.attachment(of: particle, taking: step, in: medium)
  }
}

/// Attachment that never happens.
private struct NoAttachment: RaisedLaw, AttachmentLaw {
  func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value { Value(0) }
}

/// An energy at a multiple.
struct RaisedEnergy: RaisedLaw, ParticleEnergy {
  var base: (any ParticleEnergy)?
  var factor = 1.0

  init() {}

  init(_ base: any ParticleEnergy, by factor: Double) {
    (self.base, self.factor) = (base, factor)
  }

  var reads: MediumVariables { base?.reads ?? [] }
  var singularSizes: [Double] { base?.singularSizes ?? [] }

  func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value {
    base.map { factor * $0.energy(of: particle, in: medium) } ?? Value(0)
  }
}

/// Nuclei at a multiple of their rate.
struct RaisedNucleation: RaisedLaw, NucleationLaw {
  var base: any NucleationLaw
  var factor: Double

  init() { self.init(NoNucleation(), by: 1) }

  init(_ base: any NucleationLaw, by factor: Double) {
    (self.base, self.factor) = (base, factor)
  }

  var reads: MediumVariables { base.reads }
  var partnerCount: Double { base.partnerCount }
  var needsSolubility: Bool { base.needsSolubility }
  var bears: Bool { base.bears }

  func birth<Value: TabulatedScalar>(on ladder: Ladder, in medium: Medium<Value>) -> Birth<Value> {
    let birth = base.birth(on: ladder, in: medium)
    return Birth(rate: factor * birth.rate, units: birth.units)
  }
}

/// Coalescence at a multiple.
struct RaisedCoalescence: RaisedLaw, CoalescenceLaw {
  var base: (any CoalescenceLaw)?
  var factor = 1.0

  init() {}

  init(_ base: any CoalescenceLaw, by factor: Double) {
    (self.base, self.factor) = (base, factor)
  }

  var reads: MediumVariables { base?.reads ?? [] }
  var gels: Bool { base?.gels ?? false }
  var lastSizes: [Double] { base?.lastSizes ?? [] }

  func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    base.map { factor * $0.kernel(one, other, in: medium) } ?? Value(0)
  }
}

/// Dopants that come, go, are buried and exposed at a multiple.
struct RaisedUptake: RaisedLaw, UptakeLaw {
  var base: (any UptakeLaw)?
  var factor = 1.0

  init() {}

  init(_ base: any UptakeLaw, by factor: Double) {
    (self.base, self.factor) = (base, factor)
  }

  var entersSurface: Bool { base?.entersSurface ?? false }
  var isIrreversible: Bool { base?.isIrreversible ?? true }
  var needsDepth: Bool { base?.needsDepth ?? false }

  func rates<Value: Scalar>(
    of particle: Particle<Value>, growing host: HostGrowth<Value>, in medium: Medium<Value>
  ) -> UptakeRates<Value> {
    guard var rates = base?.rates(of: particle, growing: host, in: medium) else {
      return UptakeRates(uptake: Value(0))
    }
    rates.uptake = factor * rates.uptake
    rates.desorption = factor * rates.desorption
    rates.burial = factor * rates.burial
    rates.exposure = factor * rates.exposure
    return rates
  }
}
