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

  @Test func `takes the same power of ten out of the step`() {
    let scale = AxisScale(PlotAxis("k", "1/s", step: 5e-4), values: [1.2e-3, 2.6e-3])
    #expect(scale.label == "k (10⁻³ s⁻¹)")
    #expect(scale.lines("x").contains("set xtics 0.5"))
  }

  @Test(arguments: [
    (0.0074, 4, 0.002), (0.008, 4, 0.002), (0.0081, 4, 0.005), (1, 5, 0.2), (26, 5, 10), (3, 4, 1),
  ])
  func `divides a range by round steps`(range: Double, parts: Int, step: Double) throws {
    let found = try #require(PlotAxis.roundStep(over: range, parts: parts))
    #expect(abs(found - step) < 1e-12 * step)
  }

  @Test func `has no step for a range of nothing`() {
    #expect(PlotAxis.roundStep(over: 0, parts: 4) == nil)
    #expect(PlotAxis.roundStep(over: .infinity, parts: 4) == nil)
  }

  @Test(arguments: ["a.svg", "b.PNG", "c.d.pdf"])
  func `knows pictures by their names`(path: String) throws {
    #expect(throws: Never.self) { try PictureFormat(path: path) }
    #expect(throws: ReportError.self) { try PictureFormat(path: path + ".doc") }
  }
}
