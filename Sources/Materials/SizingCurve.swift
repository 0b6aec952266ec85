/// Which first exciton energy a crystal of a diameter has, as measured.
///
///     E_1S = E(d),   λ = hc/E
///
/// A curve holds on the diameters that it was made from. Beyond them it goes on along its tangent where
/// somebody asks for that. Diameters in m, energies in J.
public struct SizingCurve: Sendable, Hashable {
  /// How energy follows from diameter.
  public enum Form: Sendable, Hashable {
    /// d = Σ a_k λ^k, both in nm, with λ between two wavelengths.
    case diameterOfWavelength([Double], from: Double, to: Double)
    /// E = E_0 + 1/(a d² + b d + c), in eV and nm.
    case inverseQuadratic(bulk: Double, a: Double, b: Double, c: Double)
    /// Brus' formula for a sphere: E_g (eV), reduced mass (m_0), relative permittivity.
    case brus(gap: Double, mass: Double, permittivity: Double)
  }

  public let name: String
  /// The formula of the material that it was measured on.
  public let formula: String
  public let form: Form
  /// Diameters, m.
  public let range: ClosedRange<Double>
  public let absorptivity: Absorptivity?
  public let confidence: Confidence
  public let source: String

  static let electronvolt = 1.602_176_634e-19
  static let nanometre = 1e-9
  /// h c, J m.
  public static let energyTimesWavelength = 1.986_445_857_148_928_6e-25

  /// The energy of a diameter within the range.
  public func energy(ofDiameter diameter: Double) throws(MaterialsError) -> Double {
    guard range.contains(diameter) else {
      throw .outsideSizingCurve(
        name, diameter: diameter / Self.nanometre,
        range: range.lowerBound / Self.nanometre...range.upperBound / Self.nanometre)
    }
    return inside(diameter)
  }

  /// The energy of any diameter, along the tangent at the end of the range beyond it.
  public func extendedEnergy(ofDiameter diameter: Double) -> Double {
    let nearest = min(max(diameter, range.lowerBound), range.upperBound)
    let value = inside(nearest)
    return nearest == diameter ? value : value + (diameter - nearest) * slope(atDiameter: nearest)
  }

  /// dE/dd (J/m) at a diameter, that of the nearest in the range.
  public func slope(atDiameter diameter: Double) -> Double {
    let d = min(max(diameter, range.lowerBound), range.upperBound) / Self.nanometre
    let perNanometre = Self.electronvolt / Self.nanometre
    switch form {
    case .diameterOfWavelength(let terms, _, _):
      let wavelength = wavelength(ofDiameter: d)
      let rate = terms.indices.dropFirst().reversed().reduce(0) {
        $0 * wavelength + Double($1) * terms[$1]
      }
      let length = wavelength * Self.nanometre
      return -Self.energyTimesWavelength / (length * length) / rate
    case .inverseQuadratic(_, let a, let b, let c):
      let denominator = (a * d + b) * d + c
      return -(2 * a * d + b) / (denominator * denominator) * perNanometre
    case .brus(_, let mass, let permittivity):
      return (-2 * Self.confinement / (mass * d * d * d) + Self.attraction / (permittivity * d * d))
        * perNanometre
    }
  }

  private func inside(_ diameter: Double) -> Double {
    let d = diameter / Self.nanometre
    switch form {
    case .diameterOfWavelength:
      return Self.energyTimesWavelength / (wavelength(ofDiameter: d) * Self.nanometre)
    case .inverseQuadratic(let bulk, let a, let b, let c):
      return (bulk + 1 / ((a * d + b) * d + c)) * Self.electronvolt
    case .brus(let gap, let mass, let permittivity):
      return (gap + Self.confinement / (mass * d * d) - Self.attraction / (permittivity * d))
        * Self.electronvolt
    }
  }

  /// ħ²π²/2m_0R² at d = 2R = 1 nm, eV.
  private static let confinement = 1.504_120_6
  /// 1.786 e²/(4πε_0 R) at d = 2R = 1 nm, eV.
  private static let attraction = 1.786 * 2 * 1.439_964_5

  /// The wavelength (nm) of a diameter (nm): the polynomial rises between its two wavelengths.
  private func wavelength(ofDiameter diameter: Double) -> Double {
    guard case .diameterOfWavelength(let terms, var low, var high) = form else { return 0 }
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let value = terms.reversed().reduce(0) { $0 * middle + $1 }
      if value < diameter { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
