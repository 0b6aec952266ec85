public import ArgumentParser
import Foundation
import HDF5Files
import Measurements
import Units

extension ColumnRole: ExpressibleByArgument {}

/// `qdsynth import`: measured frames of any kind as one clean series.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Read measured curves or spectra, of any layout, into one series with times and units.",
    discussion: """
      Text columns, NXcanSAS, canSAS1D XML and any NXdata are told apart by what is in the files. \
      No unit is guessed: where files do not say it, the option that does is named. Points that \
      cannot be used are masked, not dropped, and counted.
      """)

  @Argument(help: "The files, or one file with many frames.", completion: .file())
  var files: [String]

  @Option(name: .shortAndLong, help: "The series to write, an HDF5 file.")
  var output: String

  @OptionGroup var measured: MeasuredArguments

  @Option(help: "The title of the series.")
  var title: String?

  @Flag(help: "Write what was read, and every masked point, as JSON.")
  var json = false

  @Flag(help: "Say nothing of what was read.")
  var quiet = false

  func run() throws {
    try ResultName.check(output)
    var options = try measured.options()
    options.title = title
    let report: ImportReport
    do throws(MeasurementsError) {
      let read = try SeriesImport(reading: files, options: options)
      switch read.content {
      case .scattering(let series):
        let layout: SeriesLayout = series.isRectangular ? .series : .frames
        try NXcanSASWriter(series, layout: layout, version: Version.text).write(to: output)
        report = ImportReport(series, file: output, layout: layout, notes: read.notes)
      case .absorbance(let spectra):
        try SpectraFile.write(spectra, to: output, version: Version.text)
        report = ImportReport(spectra, file: output, notes: read.notes)
      }
    } catch {
      throw Fault(error)
    }
    if json {
      try Terminal.result(JSONText.of(report))
    } else if !quiet {
      report.lines.forEach(Terminal.note)
    }
  }
}

extension Fault {
  /// Measured data that cannot be had or written.
  init(_ error: MeasurementsError) {
    let status: ExitStatus =
      switch error {
      case .missing: .inputMissing
      case .file(.cannotCreate, _): .cannotCreate
      case .file(.cannotWrite, _): .cannotWrite
      default: .badData
      }
    self.init(status, error.description)
  }
}
