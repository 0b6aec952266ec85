import Sampling
import SweepAnalysis
import Testing

@testable import Reports

/// Pictures of analysed sweeps, as numbers.
@Suite struct `Pictures of an analysed sweep` {
  /// A grid of three temperatures and four rates, spaced by factors.
  private func grid(_ value: (Double, Double) -> Double) -> AnalysedSweep {
    var points: [(Double, Double)] = []
    for t in [80.0, 100, 120] {
      for k in [1.0, 10, 100, 1000] { points.append((t, k)) }
    }
    let factors = [
      Factor(
        "flask.temperature", unit: "degC", scale: .linear, values: points.map(\.0),
        mostLevels: 60),
      Factor(
        "reaction[0].rate_constant.value", unit: "1/s", scale: .log, values: points.map(\.1),
        mostLevels: 60),
    ]
    return sweep(factors, points.map(value), indices: nil)
  }

  private func sweep(_ factors: [Factor], _ values: [Double], indices: SobolIndices?)
    -> AnalysedSweep
  {
    let effects = factors.map { MainEffect(of: values, along: $0) }
    let response = AnalysedSweep.Response(
      "size", unit: "nm", values: values, effects: effects, indices: indices)
    return AnalysedSweep(factors: factors, responses: [response], hasLevels: indices == nil)
  }

  @Test func `name axes by the ends of their paths`() {
    #expect(
      AnalysedSweep.names(of: [
        "flask.temperature", "reaction[1].rate_constant.value", "a.x", "b.x",
      ])
        == ["temperature", "reaction[1] rate constant", "a.x", "b.x"])
    #expect(
      AnalysedSweep.wrapped("reaction[1] rate constant", width: 13) == "reaction[1]\nrate constant")
  }

  @Test func `have a curve for each setting of the other axis`() throws {
    let plot = try ResponsePicture(grid { $0 + $1 }).plot()
    #expect(plot.panels.map(\.curves.count) == [4, 3])
    #expect(plot.panels[0].curves[1].y == [90, 110, 130])
    #expect(plot.panels[1].x.scale == .log && plot.panels[1].x.unit == "1/s")
    #expect(plot.legend.map(\.label).contains("temperature = 80 °C"))
    #expect(Set(plot.legend.map(\.color.hex)).count == 7)
  }

  @Test func `show means on one scale, with their errors`() throws {
    let plot = try EffectPicture(grid { $0 + $1 }).plot()
    let means = plot.panels[0].curves[1]
    #expect(means.x == [80, 100, 120] && means.y[0] == 80 + 1111.0 / 4)
    #expect(plot.panels[0].y == plot.panels[1].y)
    #expect(means.error?.allSatisfy { ($0 ?? 0) > 0 } == true)
  }

  @Test func `map cells at their levels, even where these are not`() throws {
    let map = try #require(
      SweepMap(grid { $0 + $1 }, x: 0, y: 1, points: Array(0..<12), condition: "").plot()
        .panels.first?.map)
    #expect(map.x == [80, 100, 120] && map.values[2][0] == 121 && map.scale == .linear)
    let uneven = Factor(
      "a", unit: "1", scale: .linear, values: [0, 1, 10, 0, 1, 10], mostLevels: 9)
    let other = Factor("b", unit: "1", scale: .linear, values: [0, 0, 0, 1, 1, 1], mostLevels: 9)
    let raster = try #require(
      SweepMap(
        sweep([uneven, other], [1, 2, 3, 4, 5, 6], indices: nil), x: 0, y: 1,
        points: Array(0..<6), condition: ""
      ).plot().panels.first?.map)
    #expect(raster.x.count == 120)
    let widths = zip(raster.x, raster.x.dropFirst()).map { $1 - $0 }
    #expect(widths.allSatisfy { abs($0 - widths[0]) < 1e-9 })
    let third = try #require(raster.x.lastIndex { $0 < 5.4 })
    #expect(raster.values[third][0] == 2 && raster.values[third + 2][0] == 3)
  }

  @Test func `show indices as bars with whiskers`() throws {
    let sample = SaltelliSample(dimensions: 2, samples: 32, hasSecondOrder: false)
    let points = (0..<sample.count).map { sample.point(at: $0) }
    let values = points.map { $0[0] + 0.1 * $0[1] }
    let factors = [0, 1].map { axis in
      Factor(
        "a.x\(axis)", unit: "1", scale: .linear, values: points.map { $0[axis] }, mostLevels: 5)
    }
    let indices = try SobolIndices(of: values, over: sample)
    let plot = try IndexPicture(sweep(factors, values, indices: indices)).plot()
    let bars = plot.panels[0].curves
    #expect(bars.count == 2 && bars[0].y == indices.first.map(\.value))
    #expect(bars[1].interval?[0] == indices.total[0].lower...indices.total[0].upper)
    #expect(plot.panels[0].x.names == ["x0", "x1"])
    let script = GnuplotScript(plot, as: .svg).text
    #expect(script.contains("set xtics (\"x0\" 0, \"x1\" 1)") && script.contains("1:2:(0.3"))
    let gridded = grid { $0 + $1 }
    #expect(throws: ReportError.self) { try IndexPicture(gridded).plot() }
  }

  @Test func `set the front apart from other points`() throws {
    let values = [[1.0, 2, 3, 4], [4.0, 2, 3, 1]]
    let objectives = [
      Objective("a", unit: "nm", aim: .minimum), Objective("b", unit: "1", aim: .target(0)),
    ]
    let plot = try FrontPicture(
      objectives, quantities: ["a", "b"], values: values,
      ranked: RankedPoints(values, objectives)
    ).plot()
    let curves = plot.panels[0].curves
    #expect(curves[0].x == [3] && curves[1].x == [1, 2, 4])
    #expect(curves[1].mark == .disks && curves[2].label == "target")
    #expect(plot.panels[0].y.minimum == 0)
  }

  @Test func `have numbers on short logarithmic axes`() {
    let short = LogarithmicTics(over: 5e-5...2e-4).tics.filter { !$0.text.isEmpty }
    #expect(short.map(\.text).contains("1e-4") && short.map(\.text).contains("5e-5"))
    let long = LogarithmicTics(over: 1e-4...10).tics.filter { !$0.text.isEmpty }
    #expect(long.map(\.text) == ["10^{-4}", "10^{-3}", "10^{-2}", "10^{-1}", "10^{0}", "10^{1}"])
    #expect(
      LogarithmicTics(over: 1...100).tics.filter { !$0.text.isEmpty }.map(\.text) == [
        "1", "10", "100",
      ])
    #expect(GnuplotScript.lines("a_b\n\"c\"") == "\"a\\\\_b\\n\\\"c\\\"\"")
  }
}
