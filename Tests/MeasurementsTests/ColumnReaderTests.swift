import Foundation
import Testing

@testable import Measurements

@Suite struct `Columns of text` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func frame(_ text: String, _ options: ImportOptions = .plain) throws -> MeasuredFrame {
    let read = try SeriesImport(reading: [scratch.file("a.dat", text)], options: options)
    return try #require(read.series?.frames.first)
  }

  @Test(arguments: [
    "0.1 2 0.5\n0.2 1 0.25\n",
    "0.1,2,0.5\r\n0.2,1,0.25\r\n",
    "0.1;2;0.5\r0.2;1;0.25\r",
    "0,1;2,0;0,5\n0,2;1,0;0,25\n",
    "0,1\t2,0\t0,5\n0,2\t1,0\t0,25\n",
    "# q I err\n\n0.1\t2\t0.5\n# in between\n0.2\t1\t0.25\n",
    "1.0D-01 2.0d+00 5.0D-1\n2.0D-01 1.0d+00 2.5D-1\n",
    "<X>  <Y>  <dY>\n1e-001  2e+000  5e-001\n2e-001  1e+000  2.5e-001\n",
    "0 0 0\n0.1 2 0.5\n0.2 1 0.25\n",
    "Sample: 42 in water\n2\nQ,I,Error\n0.1,2,0.5\n0.2,1,0.25\n",
    "\u{feff}q I sigma\n0.1 2 0.5\n0.2 1 0.25\n",
    "Error;Q;I\n0.5;0.1;2\n0.25;0.2;1\n",
    "  0.1 , 2 , 0.5  \n  0.2 , 1 , 0.25  \n",
    "0.1 2 0.5\n0.2 1 0.25\n\n# ###HEADERS\n#{\n#  \"q\": [1, 2]\n#}\n{ \"units\": 3 }\n",
    "0.2 1 0.25\n0.1 2 0.5\n",
  ])
  func `are read however they are written`(text: String) throws {
    let frame = try frame(text)
    #expect(frame.q == [0.1e9, 0.2e9])
    #expect(frame.intensity == [200, 100])
    #expect(frame.deviation == [50, 25])
    #expect(frame.keptCount == 2)
  }

  @Test func `are read in Latin-1 and UTF-16`() throws {
    let latin = Array("# q (".utf8) + [0xC5] + Array("^-1), I (cm^-1)\n0.1 2\n0.2 1\n".utf8)
    var options = ImportOptions.plain
    (options.qUnit, options.intensityUnit) = (nil, nil)
    let path = try scratch.file("latin.dat", latin)
    let first = try SeriesImport(reading: [path], options: options).series?.frames.first
    #expect(first?.q == [1e9, 2e9] && first?.intensity == [200, 100])
    let text = "q (nm-1)\tI (a.u.)\r\n0.1\t2\r\n0.2\t1\r\n"
    let units = Array(text.utf16)
    let little = Array(units.map { [UInt8($0 & 255), UInt8($0 >> 8)] }.joined())
    let big = Array(units.map { [UInt8($0 >> 8), UInt8($0 & 255)] }.joined())
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little] {
      let path = try scratch.file("wide.dat", bytes)
      let series = try #require(SeriesImport(reading: [path], options: options).series)
      #expect(series.frames[0].q == [0.1e9, 0.2e9] && series.intensityUnit == .arbitrary)
    }
  }

  @Test func `have the units of their header, and no others`() throws {
    var options = ImportOptions.plain
    (options.qUnit, options.intensityUnit) = (nil, nil)
    let stated = try frame("# q (1/Angstrom), Intensity (arb)\n0.1 2\n0.2 1\n", options)
    #expect(stated.q == [1e9, 2e9])
    let bare = refusal([try scratch.file("bare.dat", "q I\n0.1 2\n0.2 1\n")], options)
    #expect(bare.contains("bare.dat: bare: neither q nor the intensity has a unit\n  --q-unit"))
    options.qUnit = "1/nm"
    let half = refusal([try scratch.file("bare.dat", "q I\n0.1 2\n0.2 1\n")], options)
    #expect(half.contains("the intensity has no unit\n  --intensity-unit 1/cm, 1/m or arbitrary"))
    let wrong = refusal([try scratch.file("a.dat", "q (deg) I (1/cm)\n0.1 2\n0.2 1\n")])
    #expect(wrong.contains("\"deg\" is not a unit of q"))
    let mass = refusal([try scratch.file("a.dat", "q (1/nm) I (cm2/g)\n0.1 2\n0.2 1\n")])
    #expect(mass.contains("per mass"))
  }

  @Test func `whose unit a person overrules say so`() throws {
    let path = try scratch.file("a.dat", "q (1/A) I (1/cm)\n0.1 2\n0.2 1\n")
    let read = try SeriesImport(reading: [path], options: .plain)
    #expect(read.series?.frames[0].q == [0.1e9, 0.2e9])
    #expect(read.notes.map(\.message) == ["q is stated in 1/A, and taken in 1/nm as asked"])
  }

  @Test func `that are cut in two are refused with the line`() throws {
    let words = refusal(
      [try scratch.file("a.dat", "1 2 3\n2 2 3\noops\n3 2 3\n4 2 3\n5 2 3\n")], .plain)
    #expect(words.contains("a.dat: line 3: cuts the columns of numbers in two"))
    let short = refusal(
      [try scratch.file("a.dat", "1 2 3\n2 2 3\n3 2\n4 2 3\n5 2 3\n6 2 3\n")], .plain)
    #expect(short.contains("line 3: cuts"))
  }

  @Test func `that are none are refused`() throws {
    #expect(
      refusal([try scratch.file("a.dat", "no numbers here\n")]).contains("no columns of numbers"))
    #expect(
      refusal([try scratch.file("a.edf", [0, 1, 2, 0, 0, 9, 9, 9])]).contains("neither text"))
    #expect(refusal([scratch.path("none.dat")]).hasSuffix("none.dat: no such file"))
    #expect(refusal([scratch.folder.path]).contains("is a folder"))
  }

  @Test func `are taken as a person names them`() throws {
    var options = ImportOptions.plain
    options.columns = [.intensity, .ignored, .q]
    let frame = try frame("2 9 0.1\n1 9 0.2\n", options)
    #expect(frame.q == [0.1e9, 0.2e9] && frame.deviation == nil)
  }

  @Test func `that are not read are told`() throws {
    let text = "made by\na program of 1 and 2\nq(nm^-1) I(q) (1/cm) dI x\n1 2 3 4\n2 2 3 4\n"
    let path = try scratch.file("a.dat", text)
    let read = try SeriesImport(reading: [path], options: .plain)
    let notes = read.notes.map(\.description)
    #expect(notes.contains { $0.hasSuffix("a.dat: line 1-2: no data there; not read") })
    #expect(notes.contains { $0.hasSuffix("a.dat: column 4: not read") })
    #expect(read.series?.hasResolutions == false)
  }

  @Test func `without names are taken in their order, which is told, or refused`() throws {
    let few = try SeriesImport(
      reading: [scratch.file("a.dat", "q, t=1, t=2\n1 2 3\n2 2 3\n")], options: .plain)
    #expect(few.notes.contains { $0.message.hasSuffix("are taken as q, intensity, deviation") })
    let many = refusal([try scratch.file("a.dat", "1 2 3 4 5\n2 2 3 4 5\n")], .plain)
    #expect(many.contains("has 5 columns, of which none is named q\n  --columns"))
  }

  @Test(arguments: [
    "Q (1/nm)   I(q) (1/(cm sr))", "q [nm^-1]\tI [cm^-1]", "\"Q(nm-1)\",\"I(Q)(cm-1)\"",
    "# q(1/nm),I(1/cm)",
  ])
  func `may state units in any brackets`(header: String) throws {
    var options = ImportOptions()
    options.times = .steps(start: 0, step: nil)
    let frame = try frame(header + "\n0.1 2\n0.2 1\n", options)
    #expect(frame.q == [0.1e9, 0.2e9] && frame.intensity == [200, 100])
  }
}
