import ScenarioFiles
import Testing

/// The table of a sweep over a list is read with the scenario, cell by cell.
@Suite struct `A list of points` {
  private func scenario(_ table: String) throws -> Scenario {
    let folder = try ScratchFolder()
    _ = try folder.write("points.csv", table)
    let text =
      Fixtures.good.prefix(upTo: try #require(Fixtures.good.firstRange(of: "[sweep]")).lowerBound)
      + "[sweep]\ndesign = \"list\"\nfile = \"points.csv\"\n"
    return try Scenario.load(try folder.write("scenario.toml", String(text)))
  }

  /// What is said, without the folder.
  private func faults(_ table: String) throws -> [String] {
    do {
      _ = try scenario(table)
      return []
    } catch let error as ScenarioError {
      return error.diagnostics.map {
        $0.headline.replacing(#/[^ ]*scenario-[-0-9A-F]*\//#, with: "")
      }
    }
  }

  @Test func `is read as spreadsheets write it`() throws {
    let list = try scenario(
      "reaction[0].rate_constant.value [1/(M s)], \"attachment.law\"\r\n0.1,mixed\r\n\r\n# old\r\n"
        + " 0.2 ,\"mixed\"\r\n"
    ).sweep?.list
    #expect(list?.paths == ["reaction[0].rate_constant.value", "attachment.law"])
    #expect(list?.rows == [["0.1 1/(M s)", "mixed"], ["0.2 1/(M s)", "mixed"]])
  }

  @Test func `may bring its units in the cells, and texts with commas and quotes`() throws {
    let list = try scenario("title,flask.temperature\n\"a, \"\"b\"\"\",30 degC\n").sweep?.list
    #expect(list?.rows == [["a, \"b\"", "30 degC"]])
  }

  static let bad: [(String, [String])] = [
    ("", ["points.csv:1:1: error: the list of points is empty"]),
    ("# only this\n", ["points.csv:1:1: error: the list of points is empty"]),
    ("flask.temperature [degC]\n", ["points.csv:1:1: error: the list has no points"]),
    (
      "flask.temperature [degC],flask.volme [mL]\n20,1\n30,2\n",
      ["points.csv:1:26: error: [flask] has no key \"volme\""]
    ),
    (
      "reaction[3].yield\n0.5\n",
      ["points.csv:1:1: error: the path reaction[3].yield names nothing: there is no reaction[3]"]
    ),
    (
      "flask.temperature [degG]\n20\n30\n",
      ["points.csv:1:1: error: no unit is called \"degG\""]
    ),
    (
      "flask.temperature [degC],flask.volume [mL]\n20,1\n\n30, x\n40,-3\n50,5\n",
      [
        "points.csv:4:5: error: \"x mL\" is not a number followed by a unit",
        "points.csv:5:4: error: a volume of \"-3 mL\" makes no sense here",
      ]
    ),
    (
      "flask.volume,attachment.law\n1 mL,mixed\n2 s,mixd\n",
      [
        "points.csv:3:1: error: \"2 s\" is a time; a volume is needed",
        "points.csv:3:5: error: no attachment law is called \"mixd\"",
      ]
    ),
    ("flask.volume\n5\n", ["points.csv:2:1: error: 5 has no unit; a volume is needed"]),
    (
      "flask.volume [mL],run.seed\n1\n1,2,3\n1,\n",
      [
        "points.csv:2:1: error: the row has 1 value for 2 paths",
        "points.csv:3:5: error: the row has 3 values for 2 paths",
        "points.csv:4:3: error: there is no value for run.seed",
      ]
    ),
    (
      "run.seed,run.seed,\n1,2,3\n",
      [
        "points.csv:1:10: error: two columns set run.seed",
        "points.csv:1:19: error: a path is missing",
      ]
    ),
    ("title\n\"a\nb\n", ["points.csv:2:1: error: the quote is never closed"]),
    ("sweep.seed\n1\n", ["points.csv:1:1: error: a sweep cannot change \"sweep.seed\""]),
    (
      "run.duration [min],run.seed\n30,1\n20,2\n",
      [
        "points.csv:3:1: error: with the values of this row, scenario.toml:6:36: an output time of "
          + "\"30 min\" is beyond the end of the run"
      ]
    ),
  ]

  @Test(arguments: bad)
  func `that is wrong is told where`(_ table: String, _ expected: [String]) throws {
    #expect(try faults(table) == expected)
  }

  @Test func `is told no more faults than help`() throws {
    let rows = (0..<500).map { "-\($0 + 1)\n" }.joined()
    #expect(try faults("flask.volume [mL]\n" + rows).count == 20)
  }

  @Test func `that is missing is told where it is named`() throws {
    let text = Fixtures.good.replacing(
      "design = \"grid\"", with: "design = \"list\"\nfile = \"nowhere.csv\"")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text) }
    #expect(error?.diagnostics.first?.message == "there is no file \"nowhere.csv\"")
  }
}
