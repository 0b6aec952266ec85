import Kinetics
import Laws
import Units

/// What growth without noise is held against: the crystals that neither grow nor dissolve, and those
/// that grow fastest.
enum GrowthQuantity: String, CaseIterable {
  /// r\*, at which dr/dt is zero.
  case restingRadius = "resting_radius"
  /// The radius at which dr/dt is highest, over r\*.
  case fastestRatio = "fastest_ratio"
  /// dr/dt there.
  case fastestGrowth = "fastest_growth"

  var unit: String {
    switch self {
    case .restingRadius: "m"
    case .fastestRatio: "1"
    case .fastestGrowth: "m/s"
    }
  }
}

extension Formula {
  /// A quantity of growth on the ladder that the inputs make; nil where an input is missing.
  static func growth(
    _ quantity: GrowthQuantity, _ law: LawDescription<any AttachmentLaw>,
    _ inputs: [String: String]
  ) throws(UnitsError) -> Double? {
    guard let ladder = try ladder(law, inputs) else { return nil }
    let medium = try medium(inputs)
    let resting = ladder.units(between: 10, and: 1e15) { ladder.gain(of: $0, in: medium).value < 0 }
    // dr/dt goes with n^(-2/3) dn/dt: it rises as long as n d(dn/dt)/dn is above 2/3 dn/dt.
    let fastest = ladder.units(between: resting, and: 1e6 * resting) { units in
      let gain = ladder.gain(of: units, in: medium)
      return units * gain.derivative > 2.0 / 3 * gain.value
    }
    return switch quantity {
    case .restingRadius: ladder.radius(ofUnits: resting)
    case .fastestRatio: ladder.radius(ofUnits: fastest) / ladder.radius(ofUnits: resting)
    case .fastestGrowth: ladder.growthRate(ofRadius: ladder.radius(ofUnits: fastest), in: medium)
    }
  }
}

extension Ladder {
  /// dn/dt and its slope along n.
  fileprivate func gain(of units: Double, in medium: Medium<Double>) -> Dual {
    drift(of: [Dual(units, derivative: 1)], in: medium.constant)[0]
  }

  /// The size up to which something holds, by halving intervals of its logarithm.
  fileprivate func units(
    between low: Double, and high: Double, while holds: (Double) -> Bool
  ) -> Double {
    var (low, high) = (low, high)
    while high / low > 1 + 1e-14 {
      let middle = (low * high).squareRoot()
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
