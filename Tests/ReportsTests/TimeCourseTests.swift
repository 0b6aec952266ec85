import Reports
import Results
import Testing

@Suite struct `The picture of a run` {
  private let run = TimeCourse.Run(label: "a", result: InventedRun.result())

  @Test func `has the four curves of the field and the sizes`() throws {
    let plot = TimeCourse([run]).plot
    #expect(
      plot.panels.map(\.y.quantity) == [
        "mean radius", "dispersion of radius", "number of crystals", "solute", "radius",
      ])
    #expect(plot.panels.map(\.y.unit) == ["nm", "%", "1/m^3", "mmol/L", "nm"])
    #expect(plot.panels[3].right?.quantity == "supersaturation (dashed)")
    #expect(plot.panels[4].map != nil)
    #expect(plot.legend.isEmpty)
  }

  @Test func `draws the numbers of the result`() throws {
    let curve = try #require(TimeCourse([run], timeScale: .linear).plot.panels[1].curves.first)
    let times = run.result.summary.times
    #expect(curve.x == times.map { $0 / 60 })
    #expect(curve.y == run.result.summary["dispersion"]?.values.map { $0.map { $0 * 100 } })
  }

  @Test func `leaves time zero out where time is logarithmic`() throws {
    let axis = TimeCourse([run]).plot.panels[0].x
    #expect(axis.scale == .log && axis.unit == "s" && axis.minimum == 0.1)
    #expect(TimeCourse([run]).plot.panels[0].curves[0].x.first == 0.1)
  }

  @Test func `has no axis for a supersaturation that is absent`() {
    let insoluble = TimeCourse.Run(label: "a", result: InventedRun.result(isSoluble: false))
    #expect(TimeCourse([insoluble]).plot.panels[3].right == nil)
  }

  @Test func `keeps the number of crystals in the map of sizes`() throws {
    let map = try #require(TimeCourse([run]).plot.panels[4].map)
    let step = map.y[1] - map.y[0]
    let last = try #require(map.values.last).compactMap(\.self).reduce(0, +) * step
    let binned = try #require(run.result.sizes.numbers.last).reduce(0, +)
    #expect(abs(last / binned - 1) < 0.01)
  }

  @Test func `shows crystals that outgrow the map`() {
    var result = run.result
    let count = result.sizes.radiusEdges.count
    result.sizes.radiusEdges[count - 1] *= 3
    result.sizes.numbers = result.sizes.numbers.map { row in
      row.indices.map { $0 > count / 2 ? 1e-9 * row[count / 3] : row[$0] }
    }
    #expect(TimeCourse([TimeCourse.Run(label: "a", result: result)]).plot.panels[4].map != nil)
  }

  @Test func `lays runs and measurements over one another`() throws {
    let series = try MeasuredSeries(
      csv: InventedRun.measured, label: "measured", path: "measured.csv")
    let plot = TimeCourse([run, run], measured: [series]).plot
    #expect(plot.legend.map(\.label) == ["a", "a", "measured"])
    #expect(plot.panels[0].curves.map(\.mark) == [.line, .line, .points])
    #expect(plot.panels[4].y.quantity == "share of crystals, end")
  }

  @Test func `can be read without crystals`() {
    var result = run.result
    result.sizes.numbers = result.sizes.numbers.map { $0.map { _ in 0 } }
    for index in result.summary.columns.indices {
      result.summary.columns[index].values = result.summary.times.map { _ in nil }
    }
    let plot = TimeCourse([TimeCourse.Run(label: "a", result: result)]).plot
    #expect(plot.panels[4].map == nil)
    #expect(GnuplotScript(plot, as: .svg).text.contains("plot"))
  }

  @Test func `is a table as well`() {
    let table = TimeCourse([run]).plot.csv
    #expect(table.header.count == 12)
    #expect(Set(table.rows.map { $0[0] }) == ["1", "2", "3", "4", "5"])
    #expect(table.rows.allSatisfy { $0.count == 12 })
  }
}
