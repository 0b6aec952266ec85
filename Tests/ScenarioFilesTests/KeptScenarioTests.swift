import Foundation
import ScenarioFiles
import Synthesis
import Testing

/// A scenario as the folder of a sweep keeps it.
@Suite struct `A kept scenario` {
  @Test(arguments: Fixtures.shipped + ["good"])
  func `reads to the same scenario again`(_ path: String) throws {
    let scenario =
      path == "good" ? try Scenario.parse(Fixtures.good) : try Scenario.load(path)
    let kept = try Scenario(scenario.kept(), name: "kept.toml").ofOneRun()
    let bare = try scenario.ofOneRun()
    #expect(kept.resolvedText().replacing(#/file-1-/#, with: "") == bare.resolvedText())
  }

  @Test func `brings along what it includes, what is set and the files it names`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      "base.toml",
      Fixtures.good.replacing(
        "distribution = \"lognormal\"\nmean = \"3 nm\"\ndispersion = 0.1",
        with: "file = \"sizes.csv\""))
    _ = try folder.write("sizes.csv", "diameter [nm], count\n3, 1\n4, 2\n")
    _ = try folder.write("other.csv", "diameter [nm], count\n5, 1\n6, 2\n")
    let path = try folder.write("scenario.toml", "include = [\"base.toml\"]\n")
    let scenario = try Scenario.load(path, overrides: [ScenarioOverride("run.seed", "17")])
    let kept = try scenario.kept(withFiles: ["other.csv"])
    #expect(kept.files.map(\.path) == ["file-1-sizes.csv", "other.csv"])
    try FileManager.default.removeItem(atPath: folder.path)
    let again = try Scenario(kept, name: "kept.toml")
    #expect(again.experiment.seed == 17)
    #expect(again.experiment.seeds == scenario.experiment.seeds)
    let other = try again.with([ScenarioOverride("seed[0].file", "other.csv", in: again)])
    #expect(other.experiment.seeds != scenario.experiment.seeds)
  }
}
