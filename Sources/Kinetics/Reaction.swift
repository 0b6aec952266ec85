import RealModule

/// A reaction between dissolved species, with its rate law.
///
///     w = k(T) ∏ [X]^α - (k(T)/K(T)) ∏ [Y]^β
///
/// P. Waage, C. M. Guldberg, *Forhandlinger: Videnskabs-Selskabet i Christiania* 35 (1864); the
/// orders α are the stoichiometric coefficients unless declared otherwise, β always are. The
/// convention of the field: k [A]² means k [A]² events per volume and time, so 2 A → B has
/// d[A]/dt = -2k[A]².
public struct Reaction: Sendable, Hashable {
  /// A species, by its place in the network, and a number that goes with it.
  public struct Term: Sendable, Hashable {
    public let species: Int
    public let count: Double

    public init(species: Int, count: Double) {
      self.species = species
      self.count = count
    }
  }

  /// The equation as it was written.
  public let equation: String
  /// What an event consumes.
  public let reactants: [Term]
  /// What an event makes, before the yield.
  public let products: [Term]
  /// The powers of concentrations in the forward rate, catalysts included.
  public let orders: [Term]
  /// Forward rate constant, (m³/mol)^(order - 1)/s.
  public var rateConstant: Coefficient
  /// K of a reversible reaction, (mol/m³)^(products - reactants); nil where there is no way back.
  public var equilibriumConstant: Coefficient?
  /// The share of the solute units in the products that is really formed; the rest is lost.
  public var yield: Double
  /// Enthalpy of reaction, J/mol of events; negative heats the flask.
  public var enthalpy: Double

  public init(
    equation: String, reactants: [Term], products: [Term], orders: [Term]? = nil,
    rateConstant: Coefficient, equilibriumConstant: Coefficient? = nil, yield: Double = 1,
    enthalpy: Double = 0
  ) {
    self.equation = equation
    self.reactants = reactants
    self.products = products
    self.orders = orders ?? reactants
    self.rateConstant = rateConstant
    self.equilibriumConstant = equilibriumConstant
    self.yield = yield
    self.enthalpy = enthalpy
  }

  /// The overall order of the forward rate.
  public var order: Double { orders.reduce(0) { $0 + $1.count } }
}
