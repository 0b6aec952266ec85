public import ArgumentParser
import FitFiles
import Foundation
public import Reports
import Results

extension TimeCourse.TimeScale: ExpressibleByArgument {}
extension FitPicture.Part: ExpressibleByArgument {}

/// `qdsynth plot`: pictures of runs, of measurements over them, of sweeps and of fits.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw results, with measurements over them, a sweep, or a fit.",
    discussion: """
      Several result files are drawn over one another. A measured series is a table of
      comma-separated columns with units, such as "time [s], radius_mean [nm]". A sweep is drawn
      from its folder or its sweep.csv. A fit is drawn from its file (.h5): everything in it, or the
      one picture that --picture names.
      """)

  @Argument(help: "Result files; or one sweep.csv, the folder of a sweep, or the file of a fit.")
  var files: [String]

  @Option(help: "A measured series (CSV) to draw as points; may be given several times.")
  var data: [String] = []

  @Option(
    name: .shortAndLong, help: "The picture: .svg, .png or .pdf; without one, the terminal.")
  var output: String?

  @Option(help: "A file (CSV) for the numbers behind the picture.")
  var values: String?

  @Option(help: "How time runs: automatic, linear or log.")
  var time = TimeCourse.TimeScale.automatic

  @Option(help: "For a sweep: the swept path along which to draw.")
  var against: String?

  @Option(
    help: "For a fit: data, residuals, bands, profiles, starts or corner; all without it.")
  var picture: FitPicture.Part?

  @Flag(help: "Say what was drawn as JSON.")
  var json = false

  @Flag(help: "Do not say what was written.")
  var quiet = false

  /// What `--json` says.
  private struct Receipt: Encodable {
    struct Panel: Encodable {
      let x: String
      let y: String
      let curves: [String]
    }

    let picture: String?
    let values: String?
    let panels: [Panel]
  }

  func run() throws {
    do {
      let format = try output.map { try PictureFormat(path: $0) }
      let plot = try plot()
      if let values { try TextFile.write(Data(plot.csv.text.utf8), to: values) }
      if let output, let format {
        try TextFile.write(try Gnuplot.draw(plot, as: format), to: output)
      } else if !json {
        try Terminal.result(try Gnuplot.draw(plot, as: .terminal(width: Terminal.width)))
      }
      try report(plot)
    } catch let error as ReportError {
      throw Fault(error)
    }
  }

  private func plot() throws -> PlotData {
    if let sweep = try sweepTable() {
      return try SweepPicture(csv: TextFile.read(sweep), path: sweep, against: against).plot
    }
    if let fit = try fitFile() {
      return try FitPicture(fit, part: picture, timeScale: time).plot()
    }
    guard picture == nil else {
      throw Fault(.usage, "error: --picture names a picture of a fit, and there is none")
    }
    guard against == nil else {
      throw Fault(.usage, "error: --against names an axis of a sweep, and there is none")
    }
    let runs = try files.map { TimeCourse.Run(label: name($0), result: try ResultFiles.read($0)) }
    let measured = try data.map {
      try MeasuredSeries(csv: TextFile.read($0), label: name($0), path: $0)
    }
    return TimeCourse(runs, measured: measured, timeScale: time).plot
  }

  /// The table of the sweep that was named, if one was.
  private func sweepTable() throws(Fault) -> String? {
    let tables = files.compactMap { file -> String? in
      if file.lowercased().hasSuffix(".csv") { return file }
      let inside = file + "/sweep.csv"
      return FileManager.default.fileExists(atPath: inside) ? inside : nil
    }
    guard let table = tables.first else { return nil }
    guard files.count == 1, data.isEmpty else {
      throw Fault(.usage, "error: a sweep is drawn alone; measured series are given with --data")
    }
    return table
  }

  /// The fit that was named, if one was.
  private func fitFile() throws(Fault) -> FitFile? {
    guard let path = files.first(where: FitFile.isFit) else { return nil }
    guard files.count == 1, data.isEmpty, against == nil else {
      throw Fault(.usage, "error: a fit is drawn alone, with its own data")
    }
    return try FittedFiles.read(path)
  }

  /// What a file is called in a legend.
  private func name(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  private func report(_ plot: PlotData) throws {
    if json {
      let panels = plot.panels.map { panel in
        Receipt.Panel(
          x: panel.x.quantity, y: panel.y.quantity, curves: panel.curves.map(\.label))
      }
      try Terminal.result(
        JSONText.of(Receipt(picture: output, values: values, panels: panels)))
    } else if !quiet {
      for path in [output, values].compactMap(\.self) { Terminal.note("wrote \(path)") }
    }
  }
}

extension Fault {
  /// A picture that cannot be drawn.
  init(_ error: ReportError) {
    let status: ExitStatus =
      switch error {
      case .gnuplotMissing, .gnuplotFailed: .environment
      case .unknownFormat: .usage
      case .badTable, .nothingToDraw: .badData
      }
    let message = "\(error)"
    self.init(status, message.contains("error: ") ? message : "error: " + message)
  }
}
