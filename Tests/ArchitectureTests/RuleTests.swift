import Testing

/// Every rule finds what it forbids in a small bad sample, and nothing in a good one.
@Suite struct `A rule of the house finds` {
  private let modules = ["CTOML", "Sundials", "Kinetics", "Laws", "PopulationBalance", "qdsynth"]

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: "Sources/\(path)", text: text)
  }

  @Test func `the modules of a manifest in their order`() {
    let manifest = """
      products: [.executable(name: "tool", targets: ["tool"])],
      .target(name: "A"), .systemLibrary(
        name: "B"), .executableTarget(name: "tool", dependencies: [.product(name: "X")]),
      .testTarget(name: "ATests")
      """
    #expect(LayerRules.modules(inManifest: manifest) == ["A", "B", "tool"])
  }

  @Test(arguments: [
    "import Laws", "public import Laws", "@testable import Laws", "  package import struct Laws.X",
    "import Kinetics\nimport Laws",
  ])
  func `an import that points up`(text: String) {
    let bad = file("Kinetics/A.swift", text)
    #expect(LayerRules.upwardImports(in: [bad], modules: modules).count >= 1)
    let good = file("PopulationBalance/A.swift", text)
    #expect(LayerRules.upwardImports(in: [good], modules: modules) == [])
  }

  @Test func `no import in comments and strings`() {
    let commented = file("Kinetics/A.swift", "// import Laws\nlet a = \"\"\"\nimport Laws\n\"\"\"")
    #expect(commented.imports == [])
    #expect(
      LayerRules.upwardImports(in: [file("Elsewhere/A.swift", "")], modules: modules).count == 1)
  }

  @Test func `an engine that knows laws, and a law that knows engines`() {
    let engine = file("PopulationBalance/A.swift", "import Laws")
    let law = file("Laws/Energy/A.swift", "import Sundials\nimport Kinetics")
    #expect(LayerRules.lawsMeetingEngines(in: [engine, law]).count == 2)
    #expect(LayerRules.lawsMeetingEngines(in: [file("Laws/A.swift", "import Kinetics")]) == [])
  }

  @Test func `a C library with two wrappers`() {
    #expect(LayerRules.strayCImports(in: [file("Results/A.swift", "import CHDF5")]).count == 1)
    #expect(LayerRules.strayCImports(in: [file("HDF5Files/A.swift", "import CHDF5")]) == [])
    let hashes = ["Results/A.swift", "Campaigns/B.swift"].map { file($0, "import CLibcrypto") }
    #expect(LayerRules.strayCImports(in: hashes).count == 1)
    #expect(LayerRules.strayCImports(in: [hashes[0]]) == [])
  }

  @Test func `unsafe code outside the wrappers`() {
    let safe = [
      file("Sundials/A.swift", "unsafe f()"),
      file("ScenarioFiles/A.swift", "import CTOML\nunsafe f()"),
      file("Campaigns/A.swift", "unsafe f()"),
      file("Results/A.swift", "import CLibcrypto\nlet a = unsafe f()"),
      file("Kinetics/A.swift", "// unsafe\nlet text = \"unsafe\"; let unsafely = 1"),
    ]
    #expect(SafetyRules.strayUnsafe(in: safe) == [])
    let second = file("Campaigns/B.swift", "for unsafe x in y {}")
    let engine = file("PopulationBalance/A.swift", "return unsafe f()")
    #expect(
      SafetyRules.strayUnsafe(in: safe + [second, engine]) == [second.path, engine.path])
  }

  @Test(arguments: ["LawCatalogue.attachment", "try MaterialCatalogue.material(named: name)"])
  func `a catalogue read in the wrong place`(text: String) {
    #expect(NameRules.strayCatalogues(in: [file("PopulationBalance/A.swift", text)]).count == 1)
    #expect(NameRules.strayCatalogues(in: [file("ScenarioFiles/A.swift", text)]) == [])
  }

  @Test(arguments: ["case \"mixed\": 1", "if name == \"mixed\" {}", "guard \"x\" != \"mixed\""])
  func `a law asked for by its name`(text: String) {
    let engine = file("PopulationBalance/A.swift", text)
    #expect(NameRules.comparedLawNames(in: [engine], names: ["mixed"]).count == 1)
    #expect(NameRules.comparedLawNames(in: [engine], names: ["power"]) == [])
  }

  @Test func `a law that the catalogue forgot`() {
    let law = file("Laws/Energy/Charge.swift", "public static let name = \"charge\"")
    let nameless = file("Laws/Energy/Ligand.swift", "// nothing")
    let empty = file("Laws/LawCatalogue.swift", "// Charge.self, Ligand.self")
    let full = file("Laws/LawCatalogue.swift", "LawDescription(Charge.self), Ligand.self")
    #expect(NameRules.lawNames(in: [law]) == ["charge"])
    #expect(NameRules.uncataloguedLaws(in: [law], catalogue: empty).count == 1)
    #expect(NameRules.uncataloguedLaws(in: [law], catalogue: full) == [])
    #expect(NameRules.uncataloguedLaws(in: [nameless], catalogue: full).count == 1)
  }

  @Test(arguments: ["print(1)", "a; debugPrint(a)", "FileHandle.standardError", "fputs(a, b)"])
  func `a library that prints`(text: String) {
    #expect(SafetyRules.prints(in: [file("Reports/A.swift", text)]).count == 1)
    #expect(SafetyRules.prints(in: [file("qdsynth/A.swift", text)]) == [])
  }

  @Test(arguments: ["footprint(1)", "// print(1)", "let a = \"print(1)\"", "plot.print(1)"])
  func `no print where there is none`(text: String) {
    #expect(SafetyRules.prints(in: [file("Reports/A.swift", text)]) == [])
  }

  @Test(arguments: ["try! f()", "fatalError(\"x\")", "a as! B", "// TO" + "DO", "/// FIX" + "ME"])
  func `code that gives up`(text: String) {
    #expect(SafetyRules.givingUp(in: [file("Reports/A.swift", text)]).count == 1)
    #expect(SafetyRules.givingUp(in: [file("Reports/A.swift", "try f() // try! it")]) == [])
  }

  @Test func `a file that is too long`() {
    let lines = { String(repeating: "a\n", count: $0) }
    #expect(SafetyRules.longFiles(in: [file("Reports/A.swift", lines(301))]).count == 1)
    #expect(SafetyRules.longFiles(in: [file("Reports/A.swift", lines(300))]) == [])
  }

  @Test func `a command that a README makes up`() {
    let readme = """
      Type `qdsynth dream`, or
      ```sh
      make demo
      $ qdsynth run Scenarios/a/scenario.toml
      ```
      make nothing
      """
    let program = [file("qdsynth/Run.swift", "struct Run: AsyncParsableCommand {}")]
    #expect(ReadmeRules.commands(in: readme).count == 2)
    #expect(ReadmeRules.unknownGoals(in: readme, makefile: "demo: release\n") == [])
    #expect(ReadmeRules.unknownGoals(in: readme, makefile: "test:\n\techo demo:\n").count == 1)
    #expect(ReadmeRules.unknownCommands(in: readme, program: program) == [])
    #expect(ReadmeRules.unknownCommands(in: readme, program: []) == ["qdsynth run"])
    #expect(
      ReadmeRules.missingPaths(in: readme, exists: { _ in false })
        == ["Scenarios/a/scenario.toml"])
  }

  @Test func `what a kept part forgets`() {
    let part = """
      struct Part {
        let fixed = 1
        private(set) var kept = 0
        var anew: [Int] = []
        var forgotten: Double?
        var computed: Int { 1 }
      }
      extension Part: Keepable {
        /// Made anew: `anew`.
        mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
          try tape.pass(&kept)
        }
      }
      """
    #expect(
      KeptRules.forgotten(in: [file("Sampling/Part.swift", part)])
        == ["Sources/Sampling/Part.swift: Part forgets forgotten"])
  }
}
