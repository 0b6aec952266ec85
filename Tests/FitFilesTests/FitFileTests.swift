import FitFiles
import Foundation
import HDF5Files
import Testing

@Suite struct `The file of a fit` {
  private let path = NSTemporaryDirectory() + "qdsynth-fit-\(UUID().uuidString).h5"

  @Test func `comes back as it was written`() throws {
    defer { remove() }
    try SampleFit.file.write(to: path)
    #expect(try FitFile(reading: path) == SampleFit.file)
    #expect(FitFile.isFit(path))
  }

  @Test func `comes back without samples, profiles and verdicts`() throws {
    defer { remove() }
    var file = SampleFit.file
    file.samples = nil
    file.profiles = []
    file.verdicts = []
    file.certainty.singularValues = []
    try file.write(to: path)
    #expect(try FitFile(reading: path) == file)
    #expect(try !HDF5File(reading: path).root().contains("posterior"))
  }

  @Test func `has the posterior as chain by draw`() throws {
    defer { remove() }
    try SampleFit.file.write(to: path)
    let posterior = try HDF5File(reading: path).root().group("posterior")
    let draws = try posterior.dataset("reaction_0_k")
    #expect(draws.shape == [2, 3])
    #expect(try draws.numbers() == [2, 1.9, 1.8, 1.7, 2, 1.95])
    #expect(try draws.attribute("units")?.text == "1/s")
    #expect(try draws.isAttached(posterior.dataset("chain"), toDimension: 0))
    #expect(try draws.isAttached(posterior.dataset("draw"), toDimension: 1))
    #expect(try posterior.dataset("draw").integers() == [0, 1, 2])
  }

  @Test func `fills short frames with gaps`() throws {
    defer { remove() }
    try SampleFit.file.write(to: path)
    let series = try HDF5File(reading: path).root().group("series/1")
    #expect(try series.dataset("q").shape == [2, 3])
    #expect(try Array(series.dataset("model").numbers()[3..<5]) == [9, 3])
    #expect(try series.dataset("model").numbers()[5].isNaN)
    // (5 - 4)²/1 + 0 + (1 - 1.5)²/0.25
    #expect(try series.dataset("frame_chi_square").numbers() == [2, 0])
  }

  @Test func `describes every dataset`() throws {
    defer { remove() }
    try SampleFit.file.write(to: path)
    let root = try HDF5File(reading: path).root()
    #expect(try undescribed(in: root) == [])
  }

  @Test func `is refused where it holds something else`() throws {
    defer { remove() }
    let draft = try HDF5Draft(creating: path)
    try draft.root().set("format", to: "qdsynth-run")
    try draft.publish()
    let error = #expect(throws: FitFileError.self) { try FitFile(reading: path) }
    #expect("\(try #require(error))".contains("is \"qdsynth-run\", not \"qdsynth-fit\""))
    #expect(!FitFile.isFit(path))
  }

  @Test func `is refused where a part of it is gone`() throws {
    defer { remove() }
    let draft = try HDF5Draft(creating: path)
    try draft.root().set("format", to: "qdsynth-fit")
    try draft.root().set("format_version", to: 1)
    try draft.publish()
    let error = #expect(throws: FitFileError.self) { try FitFile(reading: path) }
    #expect("\(try #require(error))".contains("/fit"))
  }

  @Test func `names parameters so that no two are one`() {
    #expect(
      FitIdentifiers.of(["a.b", "a[b]", "reaction.A -> B.k"]) == ["a_b", "a_b_2", "reaction_A_B_k"])
  }

  /// Datasets without units or a name.
  private func undescribed(in group: borrowing HDF5Group) throws -> [String] {
    var found: [String] = []
    for name in try group.names {
      if try group.kind(of: name) == .group {
        found += try undescribed(in: group.group(name))
      } else {
        let dataset = try group.dataset(name)
        let isDescribed =
          try dataset.hasAttribute("units") && dataset.hasAttribute("long_name")
        if !isDescribed { found.append(dataset.path) }
      }
    }
    return found
  }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct `The check of the file of a fit` {
  @Test func `finds nothing in a good one`() {
    #expect(FitFileCheck(SampleFit.file).findings == [])
  }

  @Test func `finds what contradicts the rest`() {
    var file = SampleFit.file
    file.parameters[0].value = 0.4
    file.parameters[0].standardError = 0.02
    file.series[0].frames[0].data[0] = 6
    file.series[2].points = 3
    file.outcome.objective = 7
    file.samples?.draws[1][0][0] = 2.5
    #expect(
      FitFileCheck(file).findings.map(\.path) == [
        "/fit/value", "/fit/standard_error", "/series/1/chi_square", "/series/3/points",
        "/starts/fval", "/posterior/reaction_0_k",
      ])
  }
}
