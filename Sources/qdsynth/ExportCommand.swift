public import ArgumentParser
import Foundation
public import Measurements
public import Results

extension ResultPart: ExpressibleByArgument {}
extension SeriesLayout: ExpressibleByArgument {}

/// `qdsynth export`: what other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a table of a result, or a series of curves, for other programs.")

  /// What other programs read.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case nxcansas
  }

  /// Programs that want a layout of their own.
  enum Reader: String, ExpressibleByArgument, CaseIterable {
    case sasview
  }

  @Argument(help: "The result file, or for nxcansas also an imported series.")
  var file: String

  @Option(help: "The format.")
  var format = Format.csv

  @Option(help: "The table: the summary, the species, or the size distributions.")
  var table = ResultPart.summary

  @Option(
    help: "For nxcansas: the series as I(t, q), an entry for each frame, or both (default: series)."
  )
  var layout: SeriesLayout?

  @Option(name: .customLong("for"), help: "For nxcansas: the program that is to read it.")
  var reader: Reader?

  @Option(name: .shortAndLong, help: "The file to write; without one, the table goes to stdout.")
  var output: String?

  @Flag(help: "Write the table, or what was written where, as JSON.")
  var json = false

  @Flag(help: "Do not say what was written.")
  var quiet = false

  /// What `--json` says when the table went to a file.
  private struct Receipt: Encodable {
    let file: String
    let columns: [String]
    let rows: Int
  }

  func run() throws {
    switch format {
    case .csv: try writeTable()
    case .nxcansas: try writeSeries()
    }
  }

  private func writeSeries() throws {
    guard let output else {
      throw Fault(.usage, "error: --format nxcansas writes a file; name it with -o series.h5")
    }
    guard reader == nil || layout == nil || layout == .frames else {
      throw Fault(
        .usage, "error: SasView reads frames only; --for sasview goes with --layout frames")
    }
    try ResultName.check(output)
    do throws(MeasurementsError) {
      let read = try SeriesImport(file: file)
      guard case .scattering(let series) = read.content else {
        throw MeasurementsError.faults([
          DataFault(file: file, message: "holds absorption spectra; NXcanSAS is for scattering")
        ])
      }
      let fitting: SeriesLayout = series.isRectangular ? .series : .frames
      let layout = reader == .sasview ? .frames : layout ?? fitting
      try NXcanSASWriter(
        series, layout: layout, leavesOutMasked: reader == .sasview, version: Version.text
      ).write(to: output)
      tell(series, output: output, notes: read.notes)
    } catch {
      throw Fault(error)
    }
  }

  private func tell(_ series: MeasuredSeries, output: String, notes: [DataNote]) {
    guard !quiet else { return }
    for note in notes { Terminal.note(note.description) }
    Terminal.note("\(output): \(series.frames.count) frames")
    let masked = series.maskCounts.reduce(0) { $0 + $1.points.count }
    guard reader == .sasview, masked > 0 else { return }
    Terminal.note(
      "\(masked) masked points are left out: SasView would take them for measurements")
  }

  private func writeTable() throws {
    let table = try ResultFiles.read(file).table(of: table)
    guard let output else {
      return try Terminal.result(json ? JSONText.of(table) : Data(table.text.utf8))
    }
    try TextFile.write(Data(table.text.utf8), to: output)
    if json {
      let receipt = Receipt(file: output, columns: table.header, rows: table.rows.count)
      try Terminal.result(JSONText.of(receipt))
    } else if !quiet {
      Terminal.note("\(output): \(table.rows.count) rows")
    }
  }
}

/// Results as commands read them.
enum ResultFiles {
  static func read(_ path: String) throws(Fault) -> RunResult {
    do throws(ResultError) {
      return try RunResult(reading: path)
    } catch {
      throw Fault(error)
    }
  }
}

/// JSON as commands write it.
enum JSONText {
  static func of(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }
}
