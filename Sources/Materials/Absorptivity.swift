import RealModule

/// How strongly one crystal absorbs, by its diameter: molar, decadic, in m²/mol of crystals.
public struct Absorptivity: Sendable, Hashable {
  /// What of the first exciton is known.
  public enum FirstPeak: Sendable, Hashable {
    /// ε = a + b exp(-E/E_0), with a and b in L/(mol cm), E_0 in eV.
    case exponential(a: Double, b: Double, scale: Double)
    /// ε = a d^p, with d in nm and a in L/(mol cm).
    case power(a: Double, p: Double)
  }

  /// Absorption far above the edge, ε = a d³ at one wavelength.
  public struct Anchor: Sendable, Hashable {
    /// m.
    public let wavelength: Double
    /// a, in L/(mol cm nm³).
    public let perVolume: Double

    /// ε, m²/mol.
    public func value(ofDiameter diameter: Double) -> Double {
      let d = diameter * 1e9
      return perVolume * d * d * d * Absorptivity.litrePerMoleAndCentimetre
    }
  }

  public let firstPeak: FirstPeak?
  /// The half width at half maximum that the peak's value is scaled to, J.
  public let halfWidth: Double
  public let anchor: Anchor?
  public let source: String

  /// 1 L/(mol cm) in m²/mol.
  static let litrePerMoleAndCentimetre = 0.1

  /// ε of the first peak, m²/mol, for a band of the stated half width; nil where it is not known.
  public func peak(ofDiameter diameter: Double, energy: Double) -> Double? {
    switch firstPeak {
    case .exponential(let a, let b, let scale)?:
      (a + b * .exp(-energy / SizingCurve.electronvolt / scale)) * Self.litrePerMoleAndCentimetre
    case .power(let a, let p)?:
      a * .pow(diameter * 1e9, p) * Self.litrePerMoleAndCentimetre
    case nil: nil
    }
  }
}
