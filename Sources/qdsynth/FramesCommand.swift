import ArgumentParser
import Foundation
import FrameFits
import Measurements
import Results

/// `qdsynth frames`: radius, dispersion, number and volume of every measured frame.
struct FramesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames",
    abstract: "Fit every frame of a measured series by itself: radius, dispersion, number, volume.",
    discussion: """
      Takes an imported series, or files with the options of import, and needs no mechanism: spheres \
      with radii after Schulz, a non-negative histogram, or both. Frames that hold no particles are \
      told. Standard errors are those of the fit.
      """)

  @Argument(help: "An imported series, or files as import takes them.", completion: .file())
  var files: [String]

  @OptionGroup var model: FramesArguments

  @OptionGroup var measured: MeasuredArguments

  @Option(name: .shortAndLong, help: "The table to write, a row a frame.")
  var output: String?

  @Option(
    help: ArgumentHelp("A second table to write: all histograms.", valueName: "histograms.csv"))
  var histograms: String?

  @Option(
    help: ArgumentHelp(
      "A picture over time: .svg, .png or .pdf, with standard errors.", valueName: "picture"))
  var plot: String?

  @Option(name: .shortAndLong, help: "How many cores to use (default: all).")
  var jobs: Int?

  @Flag(help: "Write all of every fit, and every masked point, as JSON, in SI units.")
  var json = false

  @Flag(help: "Show no table and no progress.")
  var quiet = false

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
    guard histograms == nil || model.method != .schulz else {
      throw ValidationError("--histograms needs --method histogram or both")
    }
  }

  func run() throws {
    let picture = try plot.map(FramesPictureFile.init)
    let series = try readSeries()
    var options = try model.options(isAbsolute: series.intensityUnit == .absolute)
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let meter = FramesProgress(isQuiet: quiet)
    let fit: SeriesFit
    do throws(FrameFitsError) {
      fit = try SeriesFit(series, options: options) { meter.advance(to: $0, of: $1) }
    } catch {
      throw Fault(.badData, "error: \(error)")
    }
    meter.finish()
    let report = FramesReport(
      fit, isAbsolute: series.intensityUnit == .absolute, method: options.method,
      hasContrast: options.contrast != nil)
    if let output { try TextFile.write(Data(report.table.text.utf8), to: output) }
    if let histograms { try TextFile.write(Data(report.histograms.text.utf8), to: histograms) }
    try picture?.write(report.picture(title: title(of: series)))
    if json {
      let document = Document(frames: fit.frames, masked: ImportReport.masked(series))
      try Terminal.result(JSONText.of(document))
    } else if !quiet {
      report.lines.forEach(Terminal.result)
    }
    try tellUnfinished(fit)
  }

  /// That of the series; where it has none, the file or the folder of files.
  private func title(of series: MeasuredSeries) -> String {
    guard series.title == "series" else { return series.title }
    let first = URL(fileURLWithPath: files[0])
    return files.count == 1
      ? first.deletingPathExtension().lastPathComponent
      : first.deletingLastPathComponent().lastPathComponent
  }

  /// What `--json` writes.
  private struct Document: Encodable {
    let frames: [FrameFit]
    /// Points that no fit used, counted from one in ascending q.
    let masked: [ImportReport.Masked]
  }

  private func readSeries() throws -> MeasuredSeries {
    let options = try measured.options()
    let read: SeriesImport
    do throws(MeasurementsError) {
      read = try SeriesImport(reading: files, options: options)
    } catch {
      throw Fault(error)
    }
    guard case .scattering(let series) = read.content else {
      throw Fault(.badData, "error: \(files[0]): holds absorption spectra; frames fits scattering")
    }
    if !quiet {
      ImportReport.gathered(read.notes).forEach(Terminal.note)
      ImportReport.lines(ImportReport.masked(series)).forEach(Terminal.note)
      if series.frames.contains(where: { $0.resolution != nil }) {
        Terminal.note("the resolution that the files state is not taken into account")
      }
    }
    return series
  }

  private func tellUnfinished(_ fit: SeriesFit) throws {
    let unfinished = fit.frames.filter { !$0.hasConverged }
    guard let first = unfinished.first else { return }
    let reason = first.verdicts.first ?? "not converged"
    throw Fault(
      .notConverged,
      "error: \(unfinished.count) of \(fit.frames.count) frames have no fit; the first, "
        + "\(first.name): \(reason)")
  }
}
