/// What the intensities of a series are measured in.
public enum IntensityUnit: Sendable, Equatable {
  /// The cross section of the sample in its volume, 1/m inside and 1/cm in files.
  case absolute
  /// A number proportional to it, the same factor for all frames.
  case arbitrary

  /// As NXcanSAS spells it.
  public var spelling: String { self == .absolute ? "1/cm" : "arbitrary" }
}

/// How intensities in a file become those of a series.
struct IntensityScale: Equatable {
  let unit: IntensityUnit
  /// The number in a series for one in the file.
  let factor: Double

  /// Spellings of the field, in lower case and without signs between.
  private static let arbitrary: Set = [
    "arbitrary", "arb", "arbunits", "arbunit", "arbitraryunits", "arbitraryunit", "au", "counts",
    "count", "countspersecond", "counts/s", "cps", "relative",
  ]
  private static let perCentimetre: Set = [
    "1/cm", "cm^1", "cm1", "/cm", "cm**1", "1/cmsr", "1/cm/sr", "1/(cmsr)", "cm^1sr^1", "cm1sr1",
    "1/(cm*sr)", "cm^(1)", "inversecm", "invcm",
  ]
  private static let perMetre: Set = [
    "1/m", "m^1", "m1", "/m", "m**1", "1/msr", "1/m/sr", "m^1sr^1", "m1sr1", "m^(1)",
  ]

  /// Reads a unit as files and people spell it; nil for one that is not of intensity.
  init?(_ text: String) {
    let hasMinus = text.contains { "-−⁻".contains($0) }
    let plain = text.lowercased().replacing("⁻¹", with: "^1").replacing("cm¹", with: "cm^1")
      .filter { !" -−⁻_.{}\t".contains($0) }
    if Self.arbitrary.contains(plain) {
      self.init(unit: .arbitrary, factor: 1)
    } else if Self.perCentimetre.contains(plain),
      hasMinus || plain.contains(where: { "/i".contains($0) })
    {
      self.init(unit: .absolute, factor: 100)
    } else if Self.perMetre.contains(plain), hasMinus || plain.contains("/") {
      self.init(unit: .absolute, factor: 1)
    } else {
      return nil
    }
  }

  private init(unit: IntensityUnit, factor: Double) {
    self.unit = unit
    self.factor = factor
  }

  static let advice =
    "--intensity-unit 1/cm, 1/m or arbitrary says which it is"
}
