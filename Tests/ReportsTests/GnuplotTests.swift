import Testing

@testable import Reports

@Suite struct `The plotting program` {
  @Test func `that is missing is named with its package`() {
    let error = #expect(throws: ReportError.gnuplotMissing) {
      try Gnuplot.run("", folders: ["/nowhere"])
    }
    #expect(String(describing: error).contains("gnuplot-nox"))
  }

  @Test(.enabled(if: Gallery.hasGnuplot, "needs gnuplot"))
  func `says itself what is wrong`() throws {
    let error = #expect(throws: ReportError.self) {
      try Gnuplot.run("plot nonsense(", folders: Gnuplot.searchPath)
    }
    #expect("\(try #require(error))".contains("line 1"))
  }

  @Test func `takes titles for nothing but text`() {
    #expect(GnuplotScript.quoted("it's `rm`\nx") == "'it''s `rm` x'")
  }

  @Test(arguments: [
    ("1/m^3", "m⁻³"), ("mol/m^3", "mol m⁻³"), ("1/(m^3 nm)", "m⁻³ nm⁻¹"), ("1", ""), ("nm", "nm"),
    ("m^2/s", "m² s⁻¹"), ("mmol/L", "mmol/L"),
  ])
  func `shows units as people write them`(unit: String, shown: String) {
    #expect(UnitText.shown(unit) == shown)
  }

  @Test func `takes a power of ten out of a linear axis`() {
    let scale = AxisScale(PlotAxis("number", "1/m^3", minimum: 0), values: [0, 3.2e21])
    #expect(scale.label == "number (10²¹ m⁻³)")
    #expect(scale.shown(3.2e21) == 3.2)
  }

  @Test(arguments: ["a.svg", "b.PNG", "c.d.pdf"])
  func `knows pictures by their names`(path: String) throws {
    #expect(throws: Never.self) { try PictureFormat(path: path) }
    #expect(throws: ReportError.self) { try PictureFormat(path: path + ".doc") }
  }
}
