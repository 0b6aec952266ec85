import Kinetics
import Synthesis

/// What the units of the crystals are distributed like.
enum CrystalMoment: String {
  case zeroth = "moment[0]"
  case first = "moment[1]"
  case second = "moment[2]"
  /// √(M_2 M_0/M_1² - 1), which is the dispersion of r³.
  case dispersion = "units_dispersion"

  var unit: String { self == .dispersion ? "1" : "1/m^3" }

  func value(in frame: Frame) -> Double? {
    let first = frame.inCrystals * PhysicalConstants.avogadro
    switch self {
    case .zeroth: return frame.number
    case .first: return first
    case .second: return frame.unitsSquared
    case .dispersion:
      guard first > 0 else { return nil }
      let square = frame.unitsSquared * frame.number / (first * first) - 1
      return max(0, square).squareRoot()
    }
  }
}
