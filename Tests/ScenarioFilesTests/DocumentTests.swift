import Foundation
import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Files, the files that they include, and what is put over them.
@Suite struct `A scenario document` {
  @Test func `takes what is silent from what it includes`() throws {
    let folder = try ScratchFolder()
    let base = try folder.write("base.toml", Fixtures.good)
    let text = """
      include = ["base.toml"]
      title = "another"
      [flask]
      volume = "20 mL"
      [[species]]
      name = "TOPSe"
      units = 1
      [[species]]
      name = "DPP"
      """
    let scenario = try Scenario.load(try folder.write("scenario.toml", text))
    #expect(scenario.experiment.title == "another")
    #expect(abs(scenario.experiment.recipe.volume - 2e-5) < 1e-18)
    #expect(scenario.experiment.recipe.program.corners.count == 4)
    #expect(scenario.experiment.network.species.map(\.initial) == [0, 0, 0])
    #expect(scenario.files.map(\.path).last == base)
    let origins = Dictionary(
      scenario.resolved.map { ($0.path, $0.origin) }, uniquingKeysWith: { first, _ in first })
    #expect(origins["flask.volume"]?.hasSuffix("scenario.toml:4") == true)
    #expect(origins["flask.temperature"]?.hasSuffix("base.toml:16") == true)
  }

  @Test func `tells faults of an included file in that file`() throws {
    let folder = try ScratchFolder()
    let base = try folder.write(
      "base.toml", Fixtures.good.replacing("volume = \"10 mL\"", with: "volume = \"10 ml/s\""))
    let path = try folder.write("scenario.toml", "include = [\"base.toml\"]\n")
    let error = #expect(throws: ScenarioError.self) { try Scenario.load(path) }
    #expect(error?.diagnostics.map(\.file) == [base])
    #expect(error?.diagnostics.map(\.line) == [15])
  }

  @Test func `is refused where it includes itself or what is not there`() throws {
    let folder = try ScratchFolder()
    let circle = try folder.write("circle.toml", "schema = 1\ninclude = [\"circle.toml\"]\n")
    #expect(throws: ScenarioError.self) { try Scenario.load(circle) }
    let lost = try folder.write("lost.toml", "schema = 1\ninclude = [\"nowhere.toml\"]\n")
    let error = #expect(throws: ScenarioError.self) { try Scenario.load(lost) }
    guard case .missing(let diagnostic)? = error else {
      Issue.record("not told as missing")
      return
    }
    #expect(diagnostic.line == 2 && diagnostic.column == 12)
  }

  @Test func `is refused where there is no file, a folder, or another encoding`() throws {
    let folder = try ScratchFolder()
    let missing = #expect(throws: ScenarioError.self) {
      try Scenario.load("\(folder.path)/scenario.toml")
    }
    guard case .missing? = missing else {
      Issue.record("not told as missing")
      return
    }
    let directory = #expect(throws: ScenarioError.self) { try Scenario.load(folder.path) }
    #expect(directory?.diagnostics.first?.message.hasSuffix("is a folder") == true)
    var bytes = Data("schema = 1\ntitle = \"".utf8)
    bytes.append(0xe9)
    let path = try folder.write("latin.toml", bytes)
    let encoding = #expect(throws: ScenarioError.self) { try Scenario.load(path) }
    #expect(encoding?.diagnostics.first?.message == "the text is not UTF-8")
    #expect(encoding?.diagnostics.first?.line == 2)
    #expect(encoding?.diagnostics.first?.column == 10)
  }

  @Test func `may have line ends of any kind`() throws {
    let text = Fixtures.good.replacing("\n", with: "\r\n")
    #expect(try Scenario.parse(text).experiment.duration == 1800)
    let bad = text.replacing("\"30 min\"\r\n", with: "\"30\"\r\n")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(bad) }
    let shown = try #require(error).description
    #expect(shown.contains(":5:12:") && shown.contains("  duration = \"30\"\n             ^~~~"))
  }

  @Test func `of nothing says what it needs`() {
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse("") }
    let needed = error?.diagnostics.map(\.message) ?? []
    #expect(needed.contains("a scenario needs \"run\""))
    #expect(needed.contains("a scenario needs \"schema\""))
  }
}
