/// What surrounds the particles, as a law sees it.
public struct Medium<Value: Scalar>: Sendable {
  /// Temperature, K.
  public var temperature: Value
  /// Concentration of the species that particles are built from, mol/m³.
  public var solute: Value
  /// Concentration of what takes part in nucleation beside the solute, mol/m³.
  public var partner: Value
  /// Share of the sites of the surface that ligands cover.
  public var coverage: Value
  /// Σ K_i c_i over the ligands: how strongly they bind, dimensionless.
  public var binding: Value
  /// Share of the surface that is open to solute; a law that blocks some of it sets this for its base.
  public var openSurface = Value(1)

  @inlinable
  public init(
    temperature: Value, solute: Value = Value(0), partner: Value = Value(0),
    coverage: Value = Value(0), binding: Value = Value(0)
  ) {
    self.temperature = temperature
    self.solute = solute
    self.partner = partner
    self.coverage = coverage
    self.binding = binding
  }

  /// A constant of a law at this medium's temperature.
  @inlinable
  public func callAsFunction(_ coefficient: Coefficient) -> Value {
    coefficient.at(temperature)
  }

  /// kT, J.
  @inlinable
  public var thermalEnergy: Value { PhysicalConstants.boltzmann * temperature }
}

/// What of a medium a law reads.
public struct MediumVariables: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  public static let temperature = MediumVariables(rawValue: 1)
  public static let solute = MediumVariables(rawValue: 2)
  public static let partner = MediumVariables(rawValue: 4)
  public static let coverage = MediumVariables(rawValue: 8)
  public static let binding = MediumVariables(rawValue: 16)

  /// Each variable by itself.
  public static let each: [MediumVariables] = [
    .temperature, .solute, .partner, .coverage, .binding,
  ]
}

extension Medium: Equatable where Value: Equatable {}

extension Medium<Double> {
  /// The same medium, changing along one variable.
  public func along(_ variable: MediumVariables) -> Medium<Dual> {
    func dual(_ value: Double, _ own: MediumVariables) -> Dual {
      Dual(value, derivative: variable == own ? 1 : 0)
    }
    var medium = Medium<Dual>(
      temperature: dual(temperature, .temperature), solute: dual(solute, .solute),
      partner: dual(partner, .partner), coverage: dual(coverage, .coverage),
      binding: dual(binding, .binding))
    medium.openSurface = Dual(openSurface)
    return medium
  }

  /// The same medium as numbers that carry derivatives, none of which it has.
  public var constant: Medium<Dual> { along([]) }
}
