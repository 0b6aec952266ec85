public import ArgumentParser
import Foundation
public import Results

extension ResultPart: ExpressibleByArgument {}

/// `qdsynth export`: what other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a table of a result for other programs.")

  /// What other programs read.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
  }

  @Argument(help: "The result file.")
  var file: String

  @Option(help: "The format.")
  var format = Format.csv

  @Option(help: "The table: the summary, the species, or the size distributions.")
  var table = ResultPart.summary

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
