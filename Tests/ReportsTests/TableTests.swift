import Reports
import Testing

@Suite struct `A measured series` {
  @Test func `is read in any unit, diameters as radii`() throws {
    let series = try MeasuredSeries(csv: InventedRun.measured, label: "m", path: "m.csv")
    #expect(series.times == [12, 60, 300, 1200])
    let radius = try #require(series["radius_mean"])
    #expect(zip(radius.values, [1.55, 2.75, 3.4, 4.2]).allSatisfy { abs(($0 ?? 0) - $1) < 1e-12 })
    #expect(abs((radius.errors?[0] ?? 0) - 0.1) < 1e-12)
    #expect(series["solute"]?.values == [0.4, 0.12, nil, 0.004])
  }

  @Test(arguments: [
    ("", "m.csv: error: the file holds no table"),
    ("time [s],radius_mean\n1,2\n", "names no unit; write it as \"radius_mean [nm]\""),
    ("time [s],radius_mean [s]\n1,2\n", "m.csv:1: error: column \"radius_mean\""),
    ("t [s],radius_mean [nm]\n1,2\n", "no column is called \"time\""),
    ("time [s],size [nm]\n1,2\n", "no column can be drawn; known: dispersion, number"),
    ("time [s],radius_mean [nm]\n1,2\n# a remark\n2,x\n", "m.csv:4: error: \"x\" is not a number"),
    ("time [s],radius_mean [nm]\n1\n", "m.csv:2: error: 1 fields where the head names 2"),
    ("time [s],radius_mean [nm]\n,2\n", "m.csv:2: error: the time is missing"),
  ])
  func `is refused with the place and the cure`(text: String, message: String) throws {
    let error = #expect(throws: ReportError.self) {
      try MeasuredSeries(csv: text, label: "m", path: "m.csv")
    }
    #expect("\(try #require(error))".contains(message), "\(String(describing: error))")
  }
}

@Suite struct `The picture of a sweep` {
  @Test func `has a curve for each value of the second axis`() throws {
    let plot = try SweepPicture(csv: InventedRun.sweep, path: "sweep.csv").plot
    #expect(plot.panels.map(\.y.unit) == ["nm", "1/m^3"])
    #expect(plot.panels[0].x.quantity == "rate constant" && plot.panels[0].x.unit == "1/s")
    #expect(plot.panels[0].x.scale == .log)
    #expect(
      plot.legend.map(\.label) == [
        "temperature = 353.15 K", "temperature = 373.15 K", "temperature = 393.15 K",
      ])
    #expect(plot.panels[1].curves[0].x == [1e-4, 1e-3, 1e-2, 1e-1])
    #expect(plot.panels[1].curves[0].y[0] == 1e21)
  }

  @Test func `can run along another axis`() throws {
    let plot = try SweepPicture(
      csv: InventedRun.sweep, path: "sweep.csv", against: "flask.temperature"
    ).plot
    #expect(plot.panels[0].x.scale == .linear)
    #expect(plot.panels[0].curves.count == 4)
  }

  @Test func `averages replicates`() throws {
    let text = "status,a.b [s],radius_mean [nm]\ndone,1,2\ndone,1,4\ndone,2,5\nfailed,3,\n"
    let curve = try SweepPicture(csv: text, path: "s.csv").plot.panels[0].curves[0]
    #expect(curve.x == [1, 2] && curve.y == [3, 5])
  }

  @Test func `is refused where nothing was swept, nothing is done, or the axis is unknown`() {
    for text in ["status,radius_mean [nm]\ndone,1\n", "status,a.b [s]\nfailed,1\n", ""] {
      #expect(throws: ReportError.self) { try SweepPicture(csv: text, path: "s.csv") }
    }
    #expect(throws: ReportError.self) {
      try SweepPicture(csv: InventedRun.sweep, path: "s.csv", against: "flask.volume")
    }
  }
}
