import HDF5Files
import Testing

@testable import Measurements

@Suite struct `The strict check` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The tree of a good file, with all its numbers.
  private func goodTree() throws -> FileGroup {
    let path = scratch.path("good.h5")
    try NXcanSASWriter(exampleSeries(), layout: .series).write(to: path)
    return try FileGroup(file: path).fillingCurves(from: HDF5File(reading: path))
  }

  /// What is found after one item is taken out of a good file or changed.
  private func findings(
    _ place: [String], _ change: (inout FileGroup) -> Void
  ) throws -> [CheckFinding] {
    var root = try goodTree()
    root.change(place[...], change)
    return NXcanSASCheck(root).findings
  }

  @Test func `finds nothing in a good file`() throws {
    #expect(NXcanSASCheck(try goodTree()).findings == [])
  }

  @Test(arguments: [
    ("series", "NX_class"), ("series", "canSAS_class"), ("series", "version"),
    ("series/sasdata", "NX_class"), ("series/sasdata", "canSAS_class"),
    ("series/sasdata", "signal"), ("series/sasdata", "I_axes"), ("series/sasdata", "Q_indices"),
    ("series/sasdata", "Time_indices"), ("series/sasdata", "Mask_indices"),
  ])
  func `misses each required attribute of a group`(group: String, attribute: String) throws {
    let found = try findings(group.split(separator: "/").map(String.init)) {
      $0.attributes[attribute] = nil
    }
    let errors = found.filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["/\(group)@\(attribute)"])
    #expect(errors.allSatisfy { $0.message.contains("missing") && $0.hint != nil })
  }

  @Test(arguments: [
    "series/definition", "series/title", "series/run", "series/sasdata/Q", "series/sasdata/I",
    "series/sasdata/Time",
  ])
  func `misses each required dataset`(path: String) throws {
    let steps = path.split(separator: "/").map(String.init)
    let found = try findings(steps.dropLast()) { group in
      group.datasets.removeAll { $0.name == steps.last }
    }
    #expect(
      found.contains {
        $0.severity == .error && $0.path == "/\(path)" && $0.message.hasPrefix("is missing")
      })
  }

  @Test(arguments: ["Q", "I", "Time", "Idev", "Qdev"])
  func `misses each unit`(dataset: String) throws {
    let found = try findings(["series", "sasdata"]) { group in
      group.changeDataset(dataset) { $0.attributes["units"] = nil }
    }
    #expect(found.map(\.path) == ["/series/sasdata/\(dataset)@units"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func `misses groups`() throws {
    #expect(
      try findings([]) { $0.groups = [] }.contains {
        $0.path == "/" && $0.message == "holds no entry"
      })
    #expect(try findings(["series"]) { $0.groups = [] }.contains { $0.message == "holds no data" })
  }

  @Test(arguments: [
    ("series@version", "1.0"), ("series@default", "nothing"), ("series/sasdata@signal", "J"),
    ("series/sasdata@Q_indices", "1"), ("series/sasdata@I_axes", "Q"),
    ("series/sasdata@mask", "nothing"), ("series/sasdata/Q@units", "1/A"),
    ("series/sasdata/I@units", "Counts"), ("series/sasdata/Time@units", "nm"),
    ("series/sasdata/I@uncertainties", "nothing"), ("series/sasdata/Q@resolutions", "nothing"),
    ("series/sasdata/Idev@units", "1/m"), ("series/sasdata/I@scaling_factor", "nothing"),
  ])
  func `knows wrong values`(place: String, value: String) throws {
    let parts = place.split(separator: "@").map(String.init)
    var steps = parts[0].split(separator: "/").map(String.init)
    let dataset = steps.count > 2 ? steps.removeLast() : nil
    let found = try findings(steps) { group in
      if let dataset {
        group.changeDataset(dataset) { $0.attributes[parts[1]] = .string(value) }
      } else {
        group.attributes[parts[1]] = .string(value)
      }
    }
    #expect(found.contains { $0.severity == .error && $0.path == "/\(place)" })
  }

  @Test func `looks at the numbers`() throws {
    func found(_ name: String, _ index: Int, _ value: Double) throws -> [String] {
      try findings(["series", "sasdata"]) { group in
        group.changeDataset(name) { $0.numbers?[index] = value }
      }.map { "\($0.path): \($0.message)" }
    }
    #expect(try found("Q", 1, .nan) == ["/series/sasdata/Q: index 1 is not a number"])
    #expect(try found("Q", 1, 9) == ["/series/sasdata/Q: index 2 lies below the one before it"])
    #expect(try found("I", 3, .nan) == ["/series/sasdata/I: frame 0, index 3 is not a number"])
    #expect(try found("I", 4, .nan) == [], "the point is masked")
    #expect(try found("Idev", 2, -1) == ["/series/sasdata/Idev: frame 0, index 2 is -1.0"])
    #expect(
      try found("Time", 1, 99) == ["/series/sasdata/Time: frame 2 comes before the one above it"])
    let empty = try findings(["series", "sasdata"]) { group in
      group.changeDataset("I") {
        $0.numbers = $0.numbers?.enumerated().map { $0.offset < 4 ? 0 : $0.element }
      }
    }
    #expect(empty.map(\.message) == ["frame 0, which holds no signal"])
  }

  @Test func `only warns where readers differ`() throws {
    let found =
      try findings([]) { $0.attributes["NX_class"] = nil }
      + findings([]) { $0.attributes["default"] = nil }
      + findings(["series", "sasdata"]) { $0.attributes["axes"] = nil }
    #expect(found.map(\.path) == ["/@NX_class", "/@default", "/series/sasdata@axes"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }
}

extension FileGroup {
  fileprivate mutating func change(_ place: ArraySlice<String>, _ body: (inout FileGroup) -> Void) {
    guard let name = place.first, let index = groups.firstIndex(where: { $0.name == name }) else {
      return body(&self)
    }
    groups[index].change(place.dropFirst(), body)
  }

  fileprivate mutating func changeDataset(_ name: String, _ body: (inout FileDataset) -> Void) {
    guard let index = datasets.firstIndex(where: { $0.name == name }) else { return }
    body(&datasets[index])
  }
}
