import ArgumentParser
import Campaigns
import Foundation
import SweepAnalysis

/// `qdsynth sweep analyze`: what a finished sweep teaches.
struct SweepAnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Find the best points of a finished sweep, and what decides its results.",
    discussion: """
      Best points by objectives, with their Pareto front; means along every axis; sensitivity indices \
      of a saltelli design. Quantities are columns of sweep.csv, or size, radius, diameter, singles \
      (the share of crystals with one dopant) and linewidth. Tables go to the terminal, everything to \
      analysis.json, pictures beside it.
      """)

  @Argument(help: "The folder of a sweep.", completion: .directory)
  var directory: String

  @Option(
    name: [.customLong("objective")],
    help: ArgumentHelp(
      "What is wanted: \"dispersion min\", \"yield max\", \"diameter = 5 nm\"; several give a front.",
      valueName: "text"))
  var objectives: [String] = []

  @Option(
    name: [.customLong("response")],
    help: ArgumentHelp(
      "A further quantity to look at; \"log number\" for its decades.", valueName: "quantity"))
  var responses: [String] = []

  @Option(help: "Best points that are listed.")
  var top = 10

  @Flag(help: "Fail where the design cannot give sensitivity indices.")
  var indices = false

  @Option(help: "How often blocks are drawn anew for the intervals of indices.")
  var resamples = 1000

  @Option(help: "The share of the resamples that an interval holds.")
  var confidence = 0.95

  @Option(help: "Where the random numbers of resampling start.")
  var seed = 1

  @Option(
    help: ArgumentHelp(
      "Two axes for heat maps, by path or its end, between commas.", valueName: "axis,axis"))
  var map: String?

  @Option(
    name: [.customLong("at")],
    help: ArgumentHelp(
      "An axis that heat maps keep fixed in the place of averaging.", valueName: "path=value"))
  var fixed: [String] = []

  @Option(name: .shortAndLong, help: "A folder for what is written; that of the sweep by itself.")
  var output: String?

  @Option(help: "How pictures end: svg, png or pdf.")
  var format = "svg"

  @Flag(help: "Draw no pictures.")
  var noPictures = false

  @Flag(help: "Write everything as JSON to stdout too.")
  var json = false

  @Flag(help: "Write no tables.")
  var quiet = false

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top must be at least 1") }
    guard (10...100_000).contains(resamples) else {
      throw ValidationError("--resamples must be between 10 and 100000")
    }
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence must lie between 0 and 1")
    }
    guard seed >= 0 else { throw ValidationError("--seed must not be negative") }
    guard ["svg", "png", "pdf"].contains(format) else {
      throw ValidationError("--format must be svg, png or pdf")
    }
    guard map.map({ Self.axes($0).count == 2 }) != false else {
      throw ValidationError("--map names two axes, as in --map flask.temperature,surface_energy")
    }
  }

  func run() throws {
    var order = StudyOrder(
      objectives: try objectives.map { try ObjectiveText($0) }, responses: responses,
      mustHaveIndices: indices)
    order.resampling = SobolIndices.Resampling(
      count: resamples, confidence: confidence, seed: UInt64(seed))
    let study = try study(order)
    let choice = try MapChoice(study, axes: map.map(Self.axes) ?? [], fixed: fixed)
    let folder = output ?? directory
    if output != nil {
      do throws(CampaignError) {
        try CampaignDirectory(directory).makeFolder(folder)
      } catch {
        throw Fault(error)
      }
    }
    let pictures = StudyPictures(study: study, map: choice, folder: folder, ending: format)
    let (paths, reasons) = noPictures ? ([], []) : try pictures.draw()
    let document = try JSONText.of(StudyDocument(study, top: top, pictures: paths))
    let file = folder + "/analysis.json"
    try TextFile.write(document, to: file)
    if json {
      try Terminal.result(document)
    } else if !quiet {
      StudyReport(study: study, top: top).lines.forEach(Terminal.result)
    }
    if !quiet {
      (study.notes.map { "note: " + $0 } + reasons).forEach(Terminal.note)
      Terminal.note("wrote " + ([file] + paths).joined(separator: ", "))
    }
  }

  private func study(_ order: StudyOrder) throws -> SweepStudy {
    guard FileManager.default.fileExists(atPath: directory + "/plan.json") else {
      throw Fault(
        .inputMissing,
        "error: \(directory) is not the folder of a sweep: it has no plan.json")
    }
    do {
      return try SweepStudy(try FinishedSweep(in: CampaignDirectory(directory)), order)
    } catch let error as CampaignError {
      throw Fault(error)
    }
  }

  private static func axes(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
