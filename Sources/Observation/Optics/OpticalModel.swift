public import Materials
import RealModule

/// How crystals absorb and emit light, by their diameter.
///
///     ε(E) = ε_1S(d) Γ √(π/ln 2) g(E - E_1(d)) + ε_a(d) [(E - E_1)/(E_a - E_1)]^k
///
/// The first peak lies where the sizing curve says, with the line g of a single dot and the area of a
/// measured peak of half width Γ. What follows rises with a power from the first exciton to what was
/// measured at a short wavelength a: ends are measured, the shape between them is assumed.
public struct OpticalModel: Sendable, Hashable {
  /// What becomes of crystals beyond the sizing curve.
  public enum Beyond: String, Sendable, CaseIterable {
    /// Frames with more than a thousandth of their solid in such crystals have no spectrum.
    case refuse
    /// The curve goes on along its tangent, and that is said.
    case warn
  }

  public var curve: SizingCurve
  public var lineShape: LineShape
  /// Full width at half maximum of a single dot, J.
  public var lineWidth: Double
  /// ε of the first peak in the place of the curve's, m²/mol, for a half width of `halfWidth`.
  public var peakAbsorptivity: Double?
  /// k.
  public var continuumExponent: Double
  /// From absorption to emission, J.
  public var stokesShift: Double
  public var beyond: Beyond

  /// The share of the solid beyond the curve from which on a frame is refused, or warned of.
  public static let tolerated = 1e-3
  public static let halfWidth = 0.06 * 1.602_176_634e-19

  public init(
    curve: SizingCurve, lineShape: LineShape = .gaussian, lineWidth: Double,
    peakAbsorptivity: Double? = nil, continuumExponent: Double = 2, stokesShift: Double = 0,
    beyond: Beyond = .refuse
  ) {
    self.curve = curve
    self.lineShape = lineShape
    self.lineWidth = lineWidth
    self.peakAbsorptivity = peakAbsorptivity
    self.continuumExponent = continuumExponent
    self.stokesShift = stokesShift
    self.beyond = beyond
  }

  /// Whether the height of the first peak is known.
  public var knowsPeak: Bool {
    peakAbsorptivity != nil || curve.absorptivity?.firstPeak != nil
  }

  /// ε at a photon energy (J) of a crystal, m²/mol.
  public func absorptivity(ofDiameter diameter: Double, at energy: Double) -> Double {
    let first = curve.extendedEnergy(ofDiameter: diameter)
    return band(diameter, first, at: energy) + continuum(diameter, first, at: energy)
  }

  private func band(_ diameter: Double, _ first: Double, at energy: Double) -> Double {
    let known = curve.absorptivity?.peak(ofDiameter: diameter, energy: first)
    guard let height = peakAbsorptivity ?? known else { return 0 }
    let half =
      peakAbsorptivity == nil ? curve.absorptivity?.halfWidth ?? Self.halfWidth : Self.halfWidth
    let area = height * half * (Double.pi / Double.log(2)).squareRoot()
    return area * lineShape.value(energy - first, width: lineWidth)
  }

  private func continuum(_ diameter: Double, _ first: Double, at energy: Double) -> Double {
    guard let anchor = curve.absorptivity?.anchor, energy > first else { return 0 }
    let top = SizingCurve.energyTimesWavelength / anchor.wavelength
    guard top > first else { return 0 }
    return anchor.value(ofDiameter: diameter)
      * .pow((energy - first) / (top - first), continuumExponent)
  }

  /// What a crystal emits at a photon energy, excited far above its edge, where it absorbs by volume.
  func emission(ofDiameter diameter: Double, at energy: Double) -> Double {
    let middle = curve.extendedEnergy(ofDiameter: diameter) - stokesShift
    return diameter * diameter * diameter * lineShape.value(energy - middle, width: lineWidth)
  }
}
