/// The role of a closure: crystals that appear at once with the size of a nucleus, in place of the
/// ladder below it.
///
/// A nucleus takes its units from the solute, but for those that a partner brings: another species
/// that the event consumes, such as a site or an activated precursor.
public protocol NucleationLaw: Law {
  /// How many nuclei are born, and of what size.
  func birth<Value: TabulatedScalar>(on ladder: Ladder, in medium: Medium<Value>) -> Birth<Value>
  /// The same in plain numbers, compiled for them.
  func bear(on ladder: Ladder, in medium: Medium<Double>) -> Birth<Double>
  /// The same with derivatives.
  func bear(on ladder: Ladder, in medium: Medium<Dual>) -> Birth<Dual>
  /// Molecules of the partner that one event consumes; zero for a law without a partner.
  var partnerCount: Double { get }
  /// Whether the law asks for the supersaturation, and so for a solubility above zero.
  var needsSolubility: Bool { get }
  /// Whether it ever makes a nucleus: not the law of a flask in which nothing nucleates.
  var bears: Bool { get }
}

extension NucleationLaw {
  @inlinable
  public func bear(on ladder: Ladder, in medium: Medium<Double>) -> Birth<Double> {
    birth(on: ladder, in: medium)
  }

  @inlinable
  public func bear(on ladder: Ladder, in medium: Medium<Dual>) -> Birth<Dual> {
    birth(on: ladder, in: medium)
  }

  public var partnerCount: Double { 0 }
  public var needsSolubility: Bool { true }
  public var bears: Bool { true }
  public var reads: MediumVariables { [.temperature, .solute] }
}

/// Nuclei that appear; where the rate is zero the units are finite and mean nothing.
public struct Birth<Value: Scalar>: Sendable {
  /// Nuclei per volume and time, 1/(m³ s).
  public let rate: Value
  /// Units in a nucleus, which need not be whole.
  public let units: Value

  @inlinable
  public init(rate: Value, units: Value) {
    self.rate = rate
    self.units = units
  }
}

/// A closure as an experiment uses it.
public struct NucleationClosure: Sendable {
  public var law: any NucleationLaw
  /// The species that takes part beside the solute, where the law has a partner.
  public var partner: String?
  /// Units below which what shrinks dissolves at once; nil for the smallest nucleus so far.
  public var dissolvesBelow: Double?

  public init(_ law: any NucleationLaw, partner: String? = nil, dissolvesBelow: Double? = nil) {
    self.law = law
    self.partner = partner
    self.dissolvesBelow = dissolvesBelow
  }
}
