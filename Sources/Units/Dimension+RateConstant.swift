extension Dimension {
  /// The dimension of k in a rate k c^order where the order is a constant beside it.
  public static let rateConstantOfOrder = Self(
    "rate constant", unit: "(m^3/mol)^(order-1)/s", example: "1e-3 L/(mol s)")

  /// The dimension of k in a rate k c^order, with c in mol/m^3.
  ///
  /// Its unit is (m^3/mol)^(order - 1)/s; an order such as 1.5 gives "L^0.5/(mol^0.5 s)".
  public static func rateConstant(order: Double) -> Self {
    guard order != 1 else { return .firstOrderRate }
    guard order != 0 else {
      return Self(
        "rate constant of order 0", unit: "mol/(m^3 s)", example: "1e-3 mol/(L s)")
    }
    let power = wholePower(of: order)
    let exponent = Int(((order - 1) * Double(power)).rounded())
    let name = power == 1 ? "\(Int(order))" : "\(order)"
    return Self(
      "rate constant of order \(name)",
      unit: power == 1
        ? "(m^3/mol)^\(exponent)/s" : "(m^3/mol)^\(tidy(order - 1))/s",
      example: example(order: order, isWhole: power == 1),
      power: power, isTemperaturePoint: false)
  }

  /// The dimension of K in products over reactants, by how many more products there are.
  public static func equilibriumConstant(change: Double) -> Self {
    switch change {
    case 0: return .dimensionless
    case 1: return .concentration
    default:
      let power = wholePower(of: change)
      let exponent = power == 1 ? "\(Int(change))" : "\(tidy(change))"
      return Self(
        "equilibrium constant", unit: "(mol/m^3)^\(exponent)", example: "10 (mol/L)^\(exponent)",
        power: power, isTemperaturePoint: false)
    }
  }

  /// The least power that makes the order a whole number, to three decimals.
  private static func wholePower(of order: Double) -> Int {
    for power in 1...1000 {
      let scaled = order * Double(power)
      if abs(scaled - scaled.rounded()) < 1e-6 * Double(power) { return power }
    }
    return 1000
  }

  private static func example(order: Double, isWhole: Bool) -> String {
    switch order {
    case 2: "1e-3 L/(mol s)"
    case 3: "1e-3 L^2/(mol^2 s)"
    default:
      isWhole
        ? "1e-3 (L/mol)^\(Int(order - 1))/s" : "1e-3 (L/mol)^\(tidy(order - 1))/s"
    }
  }

  private static func tidy(_ exponent: Double) -> Double {
    WrittenQuantity.rounded(exponent, digits: 9)
  }
}
