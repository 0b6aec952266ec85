import ArgumentParser
import Campaigns
import Foundation

/// `qdsynth sweep status`: how far a sweep is, who works on it, and what failed.
struct SweepStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how far a sweep is, who works on it, and what failed.")

  @OptionGroup var folder: SweepFolder

  @Flag(help: "Say it again every two seconds, until nobody works on it.")
  var watch = false

  @Flag(help: "Write it as JSON, with --watch a line each time.")
  var json = false

  func run() throws {
    try saying {
      let campaign = try folder.open()
      var schedulers = SweepSchedulers(campaign: campaign)
      guard watch else { return Terminal.result(try said(of: campaign, &schedulers).text) }
      var isFirst = true
      while true {
        let (text, isAtWork) = try said(of: campaign, &schedulers)
        if Terminal.isResultATerminal, !json, !isFirst { Terminal.result("\u{1B}[H\u{1B}[2J") }
        Terminal.result(text)
        guard isAtWork else { return }
        isFirst = false
        Thread.sleep(forTimeInterval: Self.pause)
      }
    }
  }

  /// Seconds from one look to the next.
  private static let pause = 2.0

  private func said(of campaign: Campaign, _ schedulers: inout SweepSchedulers) throws
    -> (text: String, isAtWork: Bool)
  {
    let queue = try schedulers.queue()
    let status = try campaign.status(life: queue.life)
    let failures = try campaign.failures(in: status, units: ScenarioUnits())
    let isAtWork = !queue.isEmpty || status.claims.contains { !$0.isLost }
    guard json else {
      let report = SweepStatusReport(
        status: status, failures: failures, directory: campaign.directory, queue: queue)
      return (report.lines.joined(separator: "\n"), isAtWork)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      watch
      ? [.sortedKeys, .withoutEscapingSlashes]
      : [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = SweepStatusDocument(status, failures, campaign.directory, queue)
    return (String(decoding: try encoder.encode(document), as: UTF8.self), isAtWork)
  }
}
