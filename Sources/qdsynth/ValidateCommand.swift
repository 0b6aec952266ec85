import ArgumentParser
import Foundation
import ValidationLadder

/// `qdsynth validate`: the validation ladder, claim by claim.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold qdsynth against known answers, claim by claim.")

  @Argument(help: "Cases, or folders of them; without any, all of the tier.")
  var cases: [String] = []

  @Option(help: "How much is checked: quick or full.")
  var tier: Tier = .quick

  @Option(help: "The folder that holds the cases.")
  var folder = "Validation"

  @Option(help: "A file that the table is written into, between its markers.")
  var markdown: String?

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Write no progress.")
  var quiet = false

  func run() throws {
    let table = ClaimTable(try claims())
    if json {
      Terminal.result(try table.json())
    } else {
      for line in table.lines { Terminal.result(line) }
    }
    if let markdown { try insert(table, into: markdown) }
    let skips = table.skips > 0 ? ", \(table.skips) skipped" : ""
    note("\(table.claims.count - table.skips) claims, \(table.failures) failed\(skips)")
    if table.failures > 0 { throw Fault(.validationFaults) }
  }

  private func claims() throws -> [Claim] {
    do throws(CaseError) {
      let chosen = try ValidationLadder(in: folder).chosen(cases, tier)
      return chosen.flatMap(claims)
    } catch {
      throw Fault(error)
    }
  }

  private func claims(of validationCase: ValidationCase) -> [Claim] {
    note("\(validationCase.name): \(validationCase.title)")
    do throws(CaseError) {
      return try validationCase.claims(tier)
    } catch {
      return [validationCase.failing(error)]
    }
  }

  private func insert(_ table: ClaimTable, into path: String) throws {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Fault(.inputMissing, "error: there is no file \"\(path)\" to write the table into")
    }
    do throws(CaseError) {
      try write(try table.inserted(in: text), to: path)
    } catch {
      throw Fault(error)
    }
  }

  private func write(_ text: String, to path: String) throws(CaseError) {
    guard (try? text.write(toFile: path, atomically: true, encoding: .utf8)) != nil else {
      throw .unwritable("\"\(path)\" cannot be written")
    }
  }

  private func note(_ line: String) {
    if !quiet { Terminal.note(line) }
  }
}

extension Fault {
  init(_ error: CaseError) {
    switch error {
    case .missing(let text): self.init(.inputMissing, "error: \(text)")
    case .bad(let text): self.init(.badData, "error: \(text)")
    case .unwritable(let text): self.init(.cannotWrite, "error: \(text)")
    }
  }
}
