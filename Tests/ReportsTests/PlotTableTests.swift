import Foundation
import Reports
import Results
import Testing

/// The numbers beside a picture are those of the results and measurements that it shows.
@Suite struct `The table of a picture` {
  private let runs = [
    TimeCourse.Run(label: "slow", result: InventedRun.result()),
    TimeCourse.Run(label: "fast, hot", result: InventedRun.result(speed: 4)),
  ]

  /// Values of a curve against their places, as a spreadsheet reads them.
  private func curve(_ label: String, _ quantity: String, in table: CSVTable) -> [[Double]] {
    func index(_ name: String) -> Int { table.header.firstIndex(of: name) ?? 0 }
    let rows = table.rows.filter {
      $0[index("curve")] == label && $0[index("y_quantity")] == quantity
    }
    return rows.map { row in ["x", "y"].map { Double(row[index($0)]) ?? .nan } }
  }

  @Test(arguments: [
    ("mean radius", "radius_mean", 1.0), ("dispersion of radius", "dispersion", 100),
    ("number of crystals", "number", 1), ("solute", "solute", 1),
    ("supersaturation (dashed)", "supersaturation", 1),
  ])
  func `holds every run as its result has it`(_ quantity: String, _ name: String, _ factor: Double)
    throws
  {
    let table = TimeCourse(runs, timeScale: .linear).plot.csv
    for run in runs {
      let summary = run.result.summary
      let column = try #require(summary[name])
      let expected = zip(summary.times, column.values).compactMap { time, value in
        value.map { [time / 60, $0 * factor] }
      }
      #expect(curve(run.label, quantity, in: table) == expected, "\(run.label)")
    }
  }

  @Test func `leaves out nothing but time zero where time is logarithmic`() throws {
    let table = TimeCourse(runs, timeScale: .log).plot.csv
    let summary = runs[0].result.summary
    let shown = curve("slow", "solute", in: table).map { $0[0] }
    #expect(shown == summary.times.filter { $0 > 0 })
  }

  @Test func `holds measurements beside the runs, with their errors`() throws {
    let series = try MeasuredSeries(
      csv: "time [s],radius_mean [nm],radius_mean_error [nm]\n30,1.25,0.125\n600,2.5,\n",
      label: "SAXS", path: "measured.csv")
    let table = TimeCourse(runs, measured: [series], timeScale: .linear).plot.csv
    #expect(curve("SAXS", "mean radius", in: table) == [[0.5, 1.25], [10, 2.5]])
    let errors = table.rows.filter { $0[1] == "SAXS" }.map { $0[8] }
    #expect(errors == ["0.125", ""])
    #expect(table.text.contains("\"fast, hot\""))
  }

  @Test func `holds the map of sizes cell by cell`() throws {
    let plot = TimeCourse([runs[0]], timeScale: .linear).plot
    let map = try #require(plot.panels.last?.map)
    let table = plot.csv
    let cells = table.rows.filter { !$0[11].isEmpty }.map { row in
      [4, 7, 11].map { Double(row[$0]) }
    }
    let expected = map.x.indices.flatMap { column in
      map.y.indices.compactMap { row in
        map.values[column][row].map { [map.x[column], map.y[row], $0] }
      }
    }
    #expect(cells == expected && !cells.isEmpty)
  }

  @Test func `of a sweep holds its rows`() throws {
    let table = try SweepPicture(csv: InventedRun.sweep, path: "sweep.csv").plot.csv
    let rows = InventedRun.sweep.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let expected = rows.filter { $0[4] == "done" && $0[6] == "353.15" }.map { row in
      [5, 7].map { Double(row[$0]) ?? .nan }
    }
    let quantity = try #require(table.rows.first?[5])
    #expect(curve("temperature = 353.15 K", quantity, in: table) == expected)
  }
}
