import Reports
import Testing

@Suite struct `The picture of frames` {
  @Test func `has the frames with particles only, a panel a quantity`() throws {
    let courses = FrameCourses(
      title: "growth", times: [0, 60, 1200], doubtful: [true, false, false],
      courses: [
        .init("mean radius", "nm", values: [nil, 1.5, 2.5], errors: [nil, 0.1, nil]),
        .init("number", "1/m^3", values: [nil, 1e21, 2e21], errors: [nil, 9e21, 1e20]),
        .init("volume fraction", "1", values: [nil, nil, nil], errors: [nil, nil, nil]),
      ])
    let plot = try courses.plot()
    #expect(plot.panels.map(\.y.quantity) == ["mean radius", "number"])
    let curve = try #require(plot.panels[0].curves.first)
    #expect(curve.x == [1, 20] && plot.panels[0].x.unit == "min")
    #expect(curve.y == [1.5, 2.5])
    #expect(curve.error == [0.1, nil])
    #expect(plot.panels[0].y.maximum == nil && plot.legend.count == 2)
    // An error above all values does not decide how large they are drawn.
    #expect(plot.panels[1].y.maximum == 3e21)
  }

  @Test func `sets frames apart that have a remark`() throws {
    let plot = try FrameCourses(
      title: "", times: [0, 1], doubtful: [true, false],
      courses: [.init("mean radius", "nm", values: [6, 2], errors: [nil, nil])]
    ).plot()
    #expect(plot.panels[0].curves.map(\.y) == [[6], [2]])
  }

  @Test func `of nothing but solvent is refused`() {
    let courses = FrameCourses(
      title: "", times: [0, 1], doubtful: [true, true],
      courses: [.init("mean radius", "nm", values: [nil, nil], errors: [nil, nil])])
    #expect(throws: ReportError.nothingToDraw(what: "frames with particles")) { try courses.plot() }
  }
}
