import Testing

/// The rules of the house, over every file of the repository.
@Suite struct `The house` {
  private let sources = Repository.sources

  @Test func `is read from disk`() {
    #expect(sources.count > 20)
    #expect(Repository.tests.contains { $0.text.contains("The house") })
  }

  @Test func `imports downwards only`() throws {
    let modules = LayerRules.modules(inManifest: try Repository.text("Package.swift"))
    #expect(modules.first == "CSundials" && modules.last == "qdsynth")
    #expect(LayerRules.upwardImports(in: sources, modules: modules) == [])
  }

  @Test func `keeps laws and engines apart`() {
    #expect(LayerRules.lawsMeetingEngines(in: sources) == [])
  }

  @Test func `has one wrapper for each C library`() {
    #expect(LayerRules.strayCImports(in: sources) == [])
  }

  @Test func `is unsafe in wrappers only`() {
    #expect(SafetyRules.strayUnsafe(in: sources) == [])
  }

  @Test func `turns names into things in one place`() {
    #expect(NameRules.strayCatalogues(in: sources) == [])
    let names = NameRules.lawNames(in: sources)
    #expect(names.contains("mixed"))
    #expect(NameRules.comparedLawNames(in: sources, names: names) == [])
  }

  @Test func `lists every law in the catalogue`() throws {
    let path = "Sources/Laws/LawCatalogue.swift"
    let catalogue = SourceFile(path: path, text: try Repository.text(path))
    #expect(NameRules.uncataloguedLaws(in: sources, catalogue: catalogue) == [])
  }

  @Test func `prints in the program only`() {
    #expect(SafetyRules.prints(in: sources) == [])
  }

  @Test func `gives up nowhere and leaves nothing for later`() {
    #expect(SafetyRules.givingUp(in: sources + Repository.tests) == [])
  }

  @Test func `keeps files short`() {
    #expect(SafetyRules.longFiles(in: sources + Repository.tests) == [])
  }

  @Test func `forgets nothing of a run that is kept`() {
    #expect(KeptRules.forgotten(in: sources) == [])
  }

  @Test func `has the commands of its README`() throws {
    let readme = try Repository.text("README.md")
    let program = sources.filter { $0.module == "qdsynth" }
    #expect(ReadmeRules.commands(in: readme).count > 3)
    #expect(
      ReadmeRules.unknownGoals(in: readme, makefile: try Repository.text("Makefile")) == [])
    #expect(ReadmeRules.unknownCommands(in: readme, program: program) == [])
    #expect(ReadmeRules.missingPaths(in: readme, exists: Repository.exists) == [])
  }
}
