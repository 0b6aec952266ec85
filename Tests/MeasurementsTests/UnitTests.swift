import Testing

@testable import Measurements

@Suite struct `Units of measured data` {
  @Test(arguments: [
    "1/A", "A^{-1}", "1/angstrom", "1/Angstrom", "Å⁻¹", "\u{212b}^-1", "A-1", "1/Å",
    "inverse angstrom",
    "Angstrom^{-1}", "1/ang",
  ])
  func `are ångström in every spelling`(text: String) {
    #expect(InverseLength(text)?.factor == 1e10)
  }

  @Test(arguments: [("1/nm", 1e9), ("nm^{-1}", 1e9), ("nm-1", 1e9), ("1/m", 1), ("cm^-1", 100)])
  func `are other inverse lengths`(text: String, factor: Double) {
    #expect(InverseLength(text)?.factor == factor)
  }

  @Test(arguments: ["nm", "A", "", "degree", "1/s", "s^-1", "none", "DQ/Q =0"])
  func `of anything else are no q`(text: String) {
    #expect(InverseLength(text) == nil)
  }

  @Test(arguments: ["1/cm", "cm^{-1}", "cm-1", "cm⁻¹", "1/(cm sr)", "cm^-1 sr^-1"])
  func `are absolute in every spelling`(text: String) {
    #expect(IntensityScale(text)?.unit == .absolute)
    #expect(IntensityScale(text)?.factor == 100)
  }

  @Test(arguments: ["arbitrary", "arb", "a.u.", "Counts", "arb. units", "Arbitrary Units"])
  func `are arbitrary`(text: String) {
    #expect(IntensityScale(text)?.unit == .arbitrary)
  }

  @Test(arguments: ["cm", "m", "cm2/g", "", "none", "1/s", "cm^1"])
  func `of anything else are no intensity`(text: String) {
    #expect(IntensityScale(text) == nil)
  }

  @Test func `go with numbers`() {
    #expect(InverseLength.parse("0.03 1/A") == 3e8)
    #expect(InverseLength.parse("0.03") == nil)
  }
}
