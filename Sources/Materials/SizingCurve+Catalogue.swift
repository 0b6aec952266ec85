import Units

extension SizingCurve {
  /// Every curve; the first of a material is its usual one.
  public static let all: [SizingCurve] = [
    cadmiumSelenide, cadmiumSelenideOlder, cadmiumSulfide, leadSulfide, leadSelenide,
    caesiumLeadBromide, indiumPhosphide,
  ]

  public static func named(_ name: String) throws(MaterialsError) -> SizingCurve {
    guard let curve = all.first(where: { $0.name == name }) else {
      let names = all.map(\.name)
      throw .unknownSizingCurve(name, nearest: NearestName.of(name, among: names), known: names)
    }
    return curve
  }

  /// The usual curve of a material.
  public static func usual(of formula: String) -> SizingCurve? {
    all.first { $0.formula == formula }
  }

  private static func range(_ lower: Double, _ upper: Double) -> ClosedRange<Double> {
    lower * nanometre...upper * nanometre
  }

  private static let leatherdale = "Leatherdale et al., J. Phys. Chem. B 106, 7619 (2002)"

  private static let cadmiumSelenide = SizingCurve(
    name: "CdSe-jasieniak-2009", formula: "CdSe",
    form: .diameterOfWavelength(
      [59.60816, -0.54736, 1.8873e-3, -2.85743e-6, 1.62974e-9], from: 400, to: 720),
    range: range(2, 8),
    absorptivity: Absorptivity(
      firstPeak: .exponential(a: 155_507, b: 6.67054e13, scale: 0.10551),
      halfWidth: 0.06 * electronvolt,
      // 1.438e26 a³ with the radius in cm: 1.438e26 (1e-7/2)³ with the diameter in nm.
      anchor: .init(wavelength: 350e-9, perVolume: 17_975),
      source: "as the curve, scaled to a half width of 60 meV; at 350 nm \(leatherdale)"),
    confidence: .medium,
    source: "J. Jasieniak et al., J. Phys. Chem. C 113, 19468 (2009), doi:10.1021/jp906827m")

  private static let cadmiumSelenideOlder = SizingCurve(
    name: "CdSe-yu-2003", formula: "CdSe",
    form: .diameterOfWavelength(
      [41.57, -0.4277, 1.6242e-3, -2.6575e-6, 1.6122e-9], from: 380, to: 700),
    range: range(1.5, 8),
    absorptivity: Absorptivity(
      firstPeak: .power(a: 5857, p: 2.65), halfWidth: 0.06 * electronvolt,
      anchor: .init(wavelength: 350e-9, perVolume: 17_975),
      source: "as the curve; its half width is not stated and taken for 60 meV; at 350 nm "
        + leatherdale),
    confidence: .medium,
    source: "W. W. Yu et al., Chem. Mater. 15, 2854 (2003), doi:10.1021/cm034081k")

  private static let cadmiumSulfide = SizingCurve(
    name: "CdS-yu-2003", formula: "CdS",
    form: .diameterOfWavelength([13.29, -9.2352e-2, 1.9557e-4, -6.6521e-8], from: 280, to: 500),
    // The polynomial turns at 1.3 nm.
    range: range(1.35, 5.5),
    absorptivity: Absorptivity(
      firstPeak: .power(a: 21_536, p: 2.3), halfWidth: 0.06 * electronvolt, anchor: nil,
      source: "as the curve; its half width is not stated and taken for 60 meV"),
    confidence: .medium,
    source: "W. W. Yu et al., Chem. Mater. 15, 2854 (2003), doi:10.1021/cm034081k")

  private static let leadSulfide = SizingCurve(
    name: "PbS-moreels-2009", formula: "PbS",
    form: .inverseQuadratic(bulk: 0.41, a: 0.0252, b: 0.283, c: 0), range: range(2, 10),
    absorptivity: Absorptivity(
      firstPeak: nil, halfWidth: 0.06 * electronvolt,
      anchor: .init(wavelength: 400e-9, perVolume: 23_300), source: "as the curve"),
    confidence: .medium,
    source: "I. Moreels et al., ACS Nano 3, 3023 (2009), doi:10.1021/nn900863a")

  private static let leadSelenide = SizingCurve(
    name: "PbSe-moreels-2007", formula: "PbSe",
    form: .inverseQuadratic(bulk: 0.278, a: 0.016, b: 0.209, c: 0.45), range: range(3, 8),
    absorptivity: Absorptivity(
      firstPeak: nil, halfWidth: 0.06 * electronvolt,
      anchor: .init(wavelength: 400e-9, perVolume: 27_700), source: "as the curve"),
    confidence: .medium,
    source: "I. Moreels et al., Chem. Mater. 19, 6101 (2007), doi:10.1021/cm071410q")

  private static let caesiumLeadBromide = SizingCurve(
    name: "CsPbBr3-brus", formula: "CsPbBr3",
    form: .brus(gap: 2.342, mass: 0.126, permittivity: 7.3), range: range(4, 20),
    absorptivity: nil, confidence: .low,
    source:
      "L. E. Brus, J. Chem. Phys. 80, 4403 (1984), doi:10.1063/1.447218, with constants of the "
      + "bulk: a fallback that overstates the slope; no linewidth should rest on it")

  private static let indiumPhosphide = SizingCurve(
    name: "InP-brus", formula: "InP",
    form: .brus(gap: 1.344, mass: 0.08 * 0.6 / 0.68, permittivity: 12.4), range: range(3, 14),
    absorptivity: nil, confidence: .low,
    source:
      "L. E. Brus, J. Chem. Phys. 80, 4403 (1984), doi:10.1063/1.447218, with constants of the "
      + "bulk: a fallback that overstates the slope; no linewidth should rest on it")
}
