import Foundation
import HDF5Files
import Results
import Testing

/// What `export` writes are the numbers of the file, to the last bit.
@Suite struct `An exported table` {
  private let path = NSTemporaryDirectory() + "qdsynth-export-\(UUID().uuidString).h5"

  /// The numbers of a column of a table as a spreadsheet reads them; NaN where a field is empty.
  private func column(_ name: String, of text: String) throws -> [Double] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let index = try #require(lines.first?.firstIndex { $0 == name }, "\(name)")
    return lines.dropFirst().map { Double($0[index]) ?? .nan }
  }

  private func bits(_ numbers: [Double]) -> [UInt64] {
    numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
  }

  @Test(arguments: [ResultPart.summary, .species])
  func `over time has every column of the file`(_ part: ResultPart) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SampleRun.result.write(to: path)
    let group = try HDF5File(reading: path).root().group("entry/\(part)")
    let text = try RunResult(reading: path).table(of: part).text
    let names = try group.names
    #expect(names.count == text.prefix { $0 != "\n" }.split(separator: ",").count)
    for name in names {
      let dataset = try group.dataset(name)
      let unit = try #require(try dataset.attribute("units")?.text)
      #expect(try bits(column("\(name) [\(unit)]", of: text)) == bits(dataset.numbers()), "\(name)")
    }
  }

  @Test func `of sizes has a row for each time and bin of the file`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SampleRun.result.write(to: path)
    let group = try HDF5File(reading: path).root().group("entry/psd")
    let text = try RunResult(reading: path).table(of: .psd).text
    for (name, unit) in [
      ("number", "1/m^3"), ("number_density", "1/(m^3 nm)"), ("units", "mol/m^3"),
    ] {
      let numbers = try group.dataset(name).numbers()
      #expect(try bits(column("\(name) [\(unit)]", of: text)) == bits(numbers), "\(name)")
    }
    let times = try group.dataset("time").numbers()
    let edges = try group.dataset("edges").numbers()
    let bins = edges.count - 1
    #expect(
      try column("time [s]", of: text) == times.flatMap { [Double](repeating: $0, count: bins) })
    let from = times.flatMap { _ in edges.dropLast() }
    #expect(try column("radius_from [nm]", of: text) == from)
    #expect(try column("radius_to [nm]", of: text) == times.flatMap { _ in edges.dropFirst() })
  }
}
