import Foundation
import Reports
import Results
import Testing

@Suite struct `The picture of replicates` {
  private let run = TimeCourse.Run(label: "mc", result: InventedEnsemble.result)
  private let balance = TimeCourse.Run(label: "balance", result: InventedRun.result())

  @Test func `is a fan around a mean with its band`() throws {
    let panel = TimeCourse([run], timeScale: .linear).plot.panels[0]
    #expect(panel.curves.filter { $0.mark == .thin }.count == 24)
    #expect(panel.curves.map(\.mark).suffix(2) == [.band, .line])
    let band = try #require(panel.curves.first { $0.mark == .band })
    let mean = try #require(panel.curves.last)
    let interval = try #require(band.interval?.last ?? nil)
    let end = try #require(mean.y.last ?? nil)
    #expect(abs(0.5 * (interval.lowerBound + interval.upperBound) / end - 1) < 1e-12)
    let errors = run.result.ensemble?.statistic("standard_error", of: "radius_mean")
    let error = try #require(errors?.values.last ?? nil)
    #expect(abs((interval.upperBound - interval.lowerBound) / (4 * error) - 1) < 1e-9)
  }

  @Test func `says what lines and bands are`() {
    let legend = TimeCourse([run, balance]).plot.legend
    #expect(
      legend.map(\.label) == ["mc: mean ± 2 standard errors", "24 replicates", "balance"])
    #expect(legend.map(\.mark) == [.line, .thin, .line])
  }

  @Test func `lies around a balance`() {
    let plot = TimeCourse([run, balance]).plot
    #expect(plot.panels[0].curves.map(\.label).suffix(2) == ["mc", "balance"])
    #expect(plot.panels[4].curves.map(\.mark) == [.linePoints, .line])
    #expect(plot.panels[4].curves[0].x.count < 40)
  }

  @Test func `holds dopants against Poisson of the same mean`() throws {
    let plot = TimeCourse([run]).plot
    #expect(plot.panels.count == 7)
    let histogram = plot.panels[5]
    #expect(histogram.curves.map(\.mark) == [.bars, .dashes])
    let bars = histogram.curves[0]
    #expect(abs(bars.y.compactMap(\.self).reduce(0, +) - 100) < 1e-9)
    for (value, interval) in zip(bars.y, try #require(bars.interval)) {
      guard let value, value > 0 else { continue }
      #expect(try #require(interval).contains(value))
    }
    let ensemble = try #require(run.result.ensemble)
    let mean = try #require(ensemble.dopants[0].table["per_crystal"]?.values.last ?? nil)
    // The ratio of neighbours of a Poisson distribution is m/k.
    let poisson = histogram.curves[1].y.compactMap(\.self)
    #expect(abs(poisson[1] / poisson[0] - mean) < 1e-9)
    #expect(abs(poisson[2] / poisson[1] - mean / 2) < 1e-9)
    let depths = plot.panels[6].curves[0]
    #expect(abs(depths.y.compactMap(\.self).reduce(0, +) * 0.1 - 100) < 1e-9)
  }

  @Test func `is a table with its errors`() {
    let rows = TimeCourse([run]).plot.csv.rows
    #expect(rows.contains { $0[1] == "mc, 2 standard errors" && !$0[8].isEmpty })
    #expect(rows.allSatisfy { $0.count == 12 })
  }
}
