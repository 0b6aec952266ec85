import Foundation
import Testing

@testable import Campaigns

@Suite struct FinishedSweepTests {
  let bench: Workbench
  let directory: CampaignDirectory

  init() throws {
    bench = try Workbench()
    directory = bench.directory()
    try Workbench.sweep(directory)
  }

  @Test func tableIsReadByColumn() throws {
    let sweep = try FinishedSweep(in: directory)
    #expect(sweep.swept == [FinishedSweep.Head(name: "x", unit: "nm")])
    #expect(sweep.finals.map(\.name) == ["square", "third", "draw", "root", "large"])
    let columns = try sweep.columns(numbers: ["x", "square", "root"], texts: ["reason"])
    #expect(columns.numbers["x"] == (0..<60).map { Double($0 / 2) })
    #expect(columns.numbers["square"]?[58] == 841)
    #expect(columns.numbers["root"]?[0].isNaN == true)
    #expect(columns.numbers["root"]?[32] == 4)
    #expect(columns.statuses.count { $0 == .failed } == 2 && columns.statuses[26] == .failed)
    #expect(columns.texts["reason"]?[26] == "x = 13, \"unlucky\"")
  }

  @Test func fileTellsWhatTheTableTells() throws {
    func told() throws -> (numbers: [String: [Double]], statuses: [RunStatus], heads: [String]) {
      let sweep = try FinishedSweep(in: directory)
      let columns = try sweep.columns(numbers: ["x", "square"])
      return (columns.numbers, columns.statuses, sweep.finals.map(\.name))
    }
    let table = try told()
    try FileManager.default.removeItem(atPath: directory.table)
    let file = try told()
    // Sums pass over gaps, which are equal to nothing.
    #expect(table.numbers["x"] == file.numbers["x"] && table.statuses == file.statuses)
    #expect(table.heads.sorted() == file.heads.sorted())
    for (one, other) in zip(table.numbers["square"] ?? [], file.numbers["square"] ?? []) {
      #expect(one == other || (one.isNaN && other.isNaN))
    }
  }

  @Test func rowsThatAreNotThereArePending() throws {
    let text = try String(contentsOfFile: directory.table, encoding: .utf8)
    let some = text.split(separator: "\n").prefix(11).joined(separator: "\r\n")
    try some.write(toFile: directory.table, atomically: true, encoding: .utf8)
    let columns = try FinishedSweep(in: directory).columns(numbers: ["third"])
    #expect(columns.statuses.count { $0 == .pending } == 50)
    #expect(columns.numbers["third"]?[9] == 4 / 3.0)
    #expect(columns.numbers["third"]?[10].isNaN == true)
  }

  @Test func damageIsTold() throws {
    func reason(_ text: String?) throws -> String {
      if let text { try text.write(toFile: directory.table, atomically: true, encoding: .utf8) }
      let error = #expect(throws: CampaignError.self) {
        _ = try FinishedSweep(in: directory).columns(numbers: ["square"])
      }
      return error?.description ?? ""
    }
    let head = "index,status,x [nm],square [nm^2]\n"
    #expect(try reason("").contains("it is empty"))
    #expect(try reason("a,b\n1,2\n").contains("no column index"))
    #expect(try reason("index,status,square [1]\n0,done,1\n").contains("no column x"))
    #expect(try reason(head + "0,done,1\n").contains("record 2"))
    #expect(try reason(head + "99,done,1,1\n").contains("record 2"))
    #expect(try reason(head + "0,done,1,one\n").contains("\"one\" of run 0"))
    for path in [directory.table, directory.results] {
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(try reason(nil).contains("qdsynth sweep merge"))
  }

  @Test func recordsLieAcrossBlocks() throws {
    // Longer than a block, with a quote that spans it.
    let long = String(repeating: "a, \"\"b\"\"\n", count: 200_000)
    let text = "one,\"\(long)\"\nlast,2"
    try text.write(toFile: directory.table, atomically: true, encoding: .utf8)
    var blocks = try CSVBlocks(directory.table)
    var records: [[String]] = []
    while blocks.next() { records.append(blocks.fields.indices.map(blocks.text)) }
    let told = String(repeating: "a, \"b\"\n", count: 200_000)
    #expect(records == [["one", told], ["last", "2"]])
  }
}
