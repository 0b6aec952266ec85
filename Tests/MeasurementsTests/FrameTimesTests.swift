import Testing

@testable import Measurements

@Suite struct `Times of frames` {
  let scratch: Scratch
  private let names = ["run_2min_a.dat", "run_10min_b.dat", "run_30s_c.dat"]

  init() throws { scratch = try Scratch() }

  private func paths() throws -> [String] {
    try names.map { try scratch.file($0, "0.1 1\n0.2 2\n") }
  }

  private func frames(_ source: TimeSource, timeUnit: String? = nil) throws -> [MeasuredFrame] {
    var options = ImportOptions.plain
    (options.times, options.timeUnit) = (source, timeUnit)
    let read = try SeriesImport(reading: paths(), options: options)
    return read.series?.frames ?? []
  }

  private func message(_ source: TimeSource, timeUnit: String? = nil) throws -> String {
    var options = ImportOptions.plain
    (options.times, options.timeUnit) = (source, timeUnit)
    return refusal(try paths(), options)
  }

  @Test func `that are nowhere are asked for`() throws {
    let text = try message(.files)
    #expect(text.contains("run_2min_a: has no time; so for 3 frames in all"))
    #expect(
      text.contains("--times frames.csv, --time-from '_(\\d+)min' or --t0 \"0 s\" --dt \"5 s\""))
  }

  @Test(arguments: [
    #"_(\d+)(min|s)_"#, #"_(\d+(?:min|s))_"#, #"name:_(\d+(?:min|s))_"#,
    #"file:(\d+(?:min|s))_._?"#,
  ])
  func `come from names`(pattern: String) throws {
    let pattern = pattern.hasPrefix("file") ? #"file:_(\d+(?:min|s))_"# : pattern
    let frames = try frames(.pattern(TimePattern(pattern)))
    #expect(frames.map(\.time) == [30, 120, 600])
    #expect(frames.map(\.name) == ["run_30s_c", "run_2min_a", "run_10min_b"])
  }

  @Test func `from names need a unit, and to be there`() throws {
    let bare = try message(.pattern(TimePattern(#"_(\d+)"#)))
    #expect(bare.contains("its time 2.0 has no unit") && bare.contains("--time-unit s"))
    #expect(
      try frames(.pattern(TimePattern(#"_(\d+)"#)), timeUnit: "h").map(\.time) == [
        7200, 36000, 108_000,
      ])
    #expect(try message(.pattern(TimePattern(#"T(\d+)K"#))).contains("is not found in its name"))
    #expect(throws: DataFault.self) { try TimePattern("(") }
  }

  @Test func `come from a table with temperatures`() throws {
    let table = try scratch.file(
      "frames.csv",
      "file,t_min,T_C\nrun_10min_b.dat,3,50\nrun_2min_a,2,40\nrun_30s_c.dat,1,30\nother.dat,9,1\n")
    var options = ImportOptions.plain
    options.times = .table(path: table)
    let read = try SeriesImport(reading: paths(), options: options)
    let frames = try #require(read.series?.frames)
    #expect(frames.map(\.time) == [60, 120, 180])
    #expect(frames.map(\.temperature) == [303.15, 313.15, 323.15])
    #expect(read.notes.map(\.message) == ["no frame was given for \"other.dat\""])
  }

  @Test(arguments: [
    ("time [s]\n1\n2\n3\n", ""),
    ("time;extra\n1;2\n2;2\n3;2\n", "the times in \"time\" have no unit"),
    ("when [s]\n1\n", "no column is called time"),
    ("time [s]\n1\n2\n", "has 2 rows and no column of files"),
    ("file,time [s]\nrun_2min_a.dat,1\nrun_10min_b.dat,x\n", "line 3: \"x\" is not a time in s"),
    ("file,time [s]\nrun_2min_a.dat,1\n", "run_10min_b: has no row in"), ("", "is empty"),
  ])
  func `in tables are complete and have units`(table: String, said: String) throws {
    let text = try message(.table(path: scratch.file("frames.csv", table)))
    #expect(said.isEmpty ? text.isEmpty : text.contains(said))
  }

  @Test func `in steps follow the order of the files, which is told where it is odd`() throws {
    let paths = try ["f10", "f9"].map { try scratch.file("\($0).dat", "0.1 1\n0.2 2\n") }
    var options = ImportOptions.plain
    options.times = .steps(start: 5, step: 10)
    let read = try SeriesImport(reading: paths, options: options)
    #expect(read.series?.frames.map(\.time) == [5, 15])
    #expect(
      read.notes.map(\.message) == [
        "comes before f9; times follow the order in which files are given"
      ])
    options.times = .steps(start: 5, step: nil)
    #expect(
      refusal(paths, options).contains(
        "where there are more frames; so for 2 frames in all\n  --dt"))
  }

  @Test func `that are equal are told`() throws {
    var options = ImportOptions.plain
    options.times = .steps(start: 5, step: 0)
    let notes = try SeriesImport(reading: paths(), options: options).notes
    #expect(notes.contains { $0.message == "has the time of run_10min_b, run_30s_c" })
  }
}
