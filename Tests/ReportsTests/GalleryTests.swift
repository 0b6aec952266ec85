import Foundation
import Reports
import Testing

/// Draws every kind of picture; into a folder to look at, where one is named.
@Suite(.enabled(if: Gallery.hasGnuplot, "needs gnuplot")) struct `The gallery` {
  @Test(arguments: Gallery.pictures.keys.sorted())
  func `draws`(name: String) throws {
    let plot = try #require(try Gallery.pictures[name]?())
    let png = try Gnuplot.draw(plot, as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    try Gallery.keep(png, as: name + ".png")
    let svg = try Gnuplot.draw(plot, as: .svg)
    #expect(String(decoding: svg.prefix(200), as: UTF8.self).contains("<svg"))
    try Gallery.keep(svg, as: name + ".svg")
    let pdf = try Gnuplot.draw(plot, as: .pdf)
    #expect(pdf.starts(with: Array("%PDF".utf8)))
    try Gallery.keep(pdf, as: name + ".pdf")
    let characters = try Gnuplot.draw(plot, as: .terminal(width: 80))
    #expect(characters.contains(UInt8(ascii: "*")))
    try Gallery.keep(characters, as: name + ".txt")
  }
}

enum Gallery {
  static let pictures: [String: @Sendable () throws -> PlotData] = [
    "one-run": { TimeCourse([run("a", 1)]).plot },
    "one-run-linear": { TimeCourse([run("a", 1)], timeScale: .linear).plot },
    "overlay": {
      let series = try MeasuredSeries(
        csv: InventedRun.measured, label: "measured", path: "measured.csv")
      return TimeCourse(
        [run("slow_run.h5", 1), run("fast.h5", 4), run("faster.h5", 12)], measured: [series]
      ).plot
    },
    "measured": {
      let series = try MeasuredSeries(
        csv: InventedRun.measured, label: "SAXS, 2024", path: "measured.csv")
      return TimeCourse([run("computed", 1)], measured: [series]).plot
    },
    "insoluble": {
      TimeCourse([TimeCourse.Run(label: "a", result: InventedRun.result(isSoluble: false))]).plot
    },
    "replicates": {
      TimeCourse([TimeCourse.Run(label: "mc.h5", result: InventedEnsemble.result)]).plot
    },
    "replicates-and-balance": {
      TimeCourse([
        TimeCourse.Run(label: "mc.h5", result: InventedEnsemble.result), run("balance.h5", 1),
      ]).plot
    },
    "sweep": { try SweepPicture(csv: InventedRun.sweep, path: "sweep.csv").plot },
  ]

  static let hasGnuplot = (try? Gnuplot.draw(TimeCourse([run("a", 1)]).plot, as: .svg)) != nil

  static func keep(_ picture: Data, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["QDSYNTH_GALLERY"] else { return }
    try picture.write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }

  private static func run(_ label: String, _ speed: Double) -> TimeCourse.Run {
    TimeCourse.Run(label: label, result: InventedRun.result(speed: speed))
  }
}
