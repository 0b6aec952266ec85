/// The heat of the flask: a controlled bath, cold injections, warm reactions.
///
///     ρc V dT/dt = UA (T_set - T) + ρc q (T_in - T) + Σ (-ΔH_j) w_j V + (-ΔH_cryst) · uptake
///
/// Everything that flows in has the flask's volumetric heat capacity.
public struct HeatBalance: Sendable, Hashable {
  /// UA: heat passed to the flask per kelvin of difference from the set point, W/K.
  public var transfer: Double
  /// ρc, J/(m³ K).
  public var capacity: Double
  /// Enthalpy of one mole of units leaving the solution for the solid, J/mol.
  public var crystallisationEnthalpy: Double

  public init(transfer: Double, capacity: Double, crystallisationEnthalpy: Double = 0) {
    self.transfer = transfer
    self.capacity = capacity
    self.crystallisationEnthalpy = crystallisationEnthalpy
  }
}
