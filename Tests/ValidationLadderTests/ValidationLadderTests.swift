import Foundation
import Testing

@testable import ValidationLadder

@Suite struct `The validation ladder` {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Validation"

  @Test func `has a source, a reason and a reference for every case`() throws {
    let cases = try ValidationLadder(in: Self.folder).cases
    #expect(cases.count > 20)
    for validationCase in cases {
      // One that lies with data that may not be given away is not here.
      if validationCase.options.reference == nil {
        _ = try ReferenceTable(path: validationCase.referencePath)
      }
      #expect(FileManager.default.fileExists(atPath: validationCase.folder + "/README.md"))
    }
  }

  @Test func `passes what is right`() throws {
    let folder = try CaseFolder.tolman(energy: "1.0471975511965977e-17")
    let claims = try ValidationLadder(in: folder.root).cases[0].claims(.quick)
    #expect(claims.map(\.verdict) == [.passed])
  }

  @Test func `fails what is wrong by more than the tolerance`() throws {
    let folder = try CaseFolder.tolman(energy: "1.0471975611965977e-17")
    let claims = try ValidationLadder(in: folder.root).cases[0].claims(.quick)
    #expect(claims.map(\.verdict) == [.failed])
    #expect(ClaimTable(claims).failures == 1)
  }

  @Test(arguments: ["nan", "inf", "much", ""])
  func `takes no verdict from a reference that is no number`(text: String) throws {
    let folder = try CaseFolder.tolman(energy: text)
    #expect(throws: CaseError.self) {
      try ValidationLadder(in: folder.root).cases[0].claims(.quick)
    }
  }

  @Test func `takes a missing reference for an error`() throws {
    let folder = try CaseFolder.tolman(energy: "1e-17")
    let validationCase = try ValidationLadder(in: folder.root).cases[0]
    try FileManager.default.removeItem(atPath: validationCase.referencePath)
    let error = #expect(throws: CaseError.self) { try validationCase.claims(.quick) }
    let claim = validationCase.failing(try #require(error))
    #expect(claim.verdict == .failed && claim.found.contains(validationCase.referencePath))
  }

  @Test func `refuses a kind that it does not know, where it stands`() throws {
    let folder = try CaseFolder.tolman(energy: "1e-17", kind: "guess")
    let error = #expect(throws: CaseError.self) { try ValidationLadder(in: folder.root) }
    #expect(error?.description.contains("case.toml:2:8: error: \"guess\" is no kind") == true)
  }

  @Test func `refuses keys that it does not know`() throws {
    let folder = try CaseFolder.tolman(energy: "1e-17")
    try folder.write("title = \"x\"\ntolerence = 1\n", to: "case.toml")
    let error = #expect(throws: CaseError.self) { try ValidationLadder(in: folder.root) }
    #expect(error?.description.contains("case.toml:2:1: error:") == true)
  }

  @Test func `holds each quantity as exactly as its own tolerance asks`() throws {
    for (tolerance, verdict) in [("[1e-6]", Claim.Verdict.passed), ("[1e-9]", .failed)] {
      let folder = try CaseFolder.tolman(energy: "1.04719757e-17")
      try folder.tolerate(tolerance)
      let claims = try ValidationLadder(in: folder.root).cases[0].claims(.quick)
      #expect(claims.map(\.verdict) == [verdict])
    }
  }

  @Test(arguments: ["[1e-6, 1e-6]", "[]", "[\"much\"]", "[-1]"])
  func `refuses tolerances that fit no quantity`(text: String) throws {
    let folder = try CaseFolder.tolman(energy: "1e-17")
    try folder.tolerate(text)
    let error = #expect(throws: CaseError.self) { try ValidationLadder(in: folder.root) }
    #expect(error?.description.contains("case.toml:9:") == true)
  }

  @Test func `finds cases by name and by rung`() throws {
    let ladder = try ValidationLadder(in: Self.folder)
    #expect(try ladder.chosen(["tolman"], .quick).map(\.name) == ["exact/tolman"])
    #expect(try ladder.chosen(["exact"], .quick).count > 10)
    #expect(try ladder.chosen([], .quick).allSatisfy { $0.tier == .quick })
    #expect(throws: CaseError.self) { try ladder.chosen(["toleman"], .quick) }
  }

  @Test func `writes its table between the markers alone`() throws {
    let text = "before\n\(ClaimTable.opening)\nold\n\(ClaimTable.closing)\nafter\n"
    let updated = try ClaimTable([]).inserted(in: text)
    #expect(updated.hasPrefix("before\n") && updated.hasSuffix("after\n"))
    #expect(updated.contains("| case |") && !updated.contains("old"))
    #expect(throws: CaseError.self) { try ClaimTable([]).inserted(in: "no markers") }
  }
}
