import Foundation
import Testing

@testable import Measurements

@Suite struct `Bad points and frames` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String, _ options: ImportOptions = .plain) throws -> SeriesImport {
    try SeriesImport(reading: [scratch.file("a.dat", text)], options: options)
  }

  @Test func `are masked for their reason, and kept`() throws {
    var options = ImportOptions.plain
    (options.least, options.greatest) = (0.2e9, 0.6e9)
    let text = "0 1 1\n0.1 1 1\n0.2 nan 1\n0.3 1 0\n0.4 1 -1\n0.5 1 nan\n0.6 1 1\n0.7 1 1\n"
    let series = try #require(try read(text, options).series)
    let frame = series.frames[0]
    #expect(frame.q.count == 8)
    #expect(
      frame.masks == [
        .notPositive, .outsideRange, .notANumber, .noDeviation, .noDeviation, .noDeviation, .kept,
        .outsideRange,
      ])
    #expect(
      series.maskCounts.map(\.points) == [[2], [3, 4, 5], [1, 7], [0]],
      "every masked point is listed under its reason")
  }

  @Test func `without q are refused with their line`() throws {
    let text = refusal([try scratch.file("a.dat", "0.1 1\nnan 1\n0.3 1\n")], .plain)
    #expect(text.contains("a.dat: a, line 2: q is not a number"))
  }

  @Test func `in disorder are sorted, and that is told`() throws {
    let falling = try read("q I err\n0.3 1 1\n0.2 2 2\n0.1 3 3\n")
    #expect(falling.series?.frames[0].intensity == [300, 200, 100])
    #expect(falling.notes.map(\.message) == ["q descends; the points were turned round"])
    let mixed = try read("q I err\n0.1 1 1\n0.3 3 3\n0.2 2 2\n")
    #expect(mixed.series?.frames[0].deviation == [100, 200, 300])
    #expect(mixed.notes.map(\.place) == ["a, line 4"])
  }

  @Test func `without signal are told`() throws {
    let zeros = try read("0.1 0\n0.2 0\n")
    #expect(zeros.notes.map(\.message) == ["holds no signal: every intensity is zero"])
    let masked = try read("q I err\n0.1 1 0\n0.2 1 0\n")
    #expect(masked.notes.map(\.message) == ["holds no signal: every point is masked"])
  }

  @Test func `of different scales or errors make no series`() throws {
    var options = ImportOptions()
    options.times = .steps(start: 0, step: 1)
    let a = try scratch.file("a.dat", "q (1/nm) I (1/cm)\n0.1 1\n0.2 2\n")
    let b = try scratch.file("b.dat", "q (1/A) I (arb)\n0.1 1\n0.2 2\n")
    let c = try scratch.file("c.dat", "q (1/A),I (1/m),err (1/m)\n0.1 1 1\n0.2 2 1\n")
    let d = try scratch.file("d.dat", "q (1/A),I (1/m),err (arb)\n0.1 1 1\n0.2 2 1\n")
    #expect(refusal([a, b], options).contains("b: the intensity is in arbitrary units"))
    #expect(refusal([a, c], options).contains("a: has no errors of the intensity"))
    #expect(refusal([d], options).contains("the error is in \"arb\", the intensity in \"1/m\""))
  }

  @Test func `of different units become one`() throws {
    var options = ImportOptions()
    options.times = .steps(start: 0, step: 1)
    let a = try scratch.file("a.dat", "q (1/nm) I (1/cm)\n1 1\n2 2\n")
    let b = try scratch.file("b.dat", "q (1/A) I (1/m)\n0.1 100\n0.2 200\n0.3 300\n")
    let series = try #require(try SeriesImport(reading: [a, b], options: options).series)
    #expect(series.frames[0].q == Array(series.frames[1].q.prefix(2)))
    #expect(series.frames[0].intensity == Array(series.frames[1].intensity.prefix(2)))
    #expect(!series.isRectangular && series.sharedQ == nil)
  }

  @Test func `that many frames share are told once`() throws {
    let paths = try (0..<5).map { try scratch.file("a\($0).dat", "q I\n1 1\n2 2\n") }
    let text = refusal(paths)
    #expect(text.contains("neither q nor the intensity has a unit; so for 5 frames in all"))
    #expect(text.components(separatedBy: "error:").count == 3)
  }
}
