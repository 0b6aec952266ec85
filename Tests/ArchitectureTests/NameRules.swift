/// Who turns names into things.
enum NameRules {
  /// Names in a scenario become laws and materials in one module alone.
  ///
  /// That is `ScenarioFiles`. Elsewhere no file mentions a catalogue, but for the catalogues' own
  /// modules, and for the program and the validation ladder, which list and describe what there is.
  static func strayCatalogues(in files: [SourceFile]) -> [String] {
    let readers: Set = ["ScenarioFiles", "qdsynth", "ValidationLadder"]
    let owners = ["LawCatalogue": "Laws", "MaterialCatalogue": "Materials"]
    return files.filter { !readers.contains($0.module) }.flatMap { file in
      owners.keys.sorted().filter { owners[$0] != file.module && file.uses($0) }.map {
        "\(file.path) uses \($0)"
      }
    }
  }

  /// No engine, role or report asks for a law by its name.
  static func comparedLawNames(in files: [SourceFile], names: Set<String>) -> [String] {
    let comparison = #/(?:\bcase|[!=]=)\s*"(?<name>[^"\\]+)"/#
    return files.filter { !["Laws", "ScenarioFiles"].contains($0.module) }.flatMap { file in
      file.codeWithStrings.matches(of: comparison).map { String($0.output.name) }
        .filter(names.contains).map { "\(file.path) asks for \"\($0)\"" }
    }
  }

  /// The names that laws give themselves.
  static func lawNames(in files: [SourceFile]) -> Set<String> {
    let declaration = #/static let name = "(?<name>[^"]+)"/#
    return Set(
      files.filter { $0.module == "Laws" }.flatMap { file in
        file.codeWithStrings.matches(of: declaration).map { String($0.output.name) }
      })
  }

  /// Every file of a folder in `Laws` holds a law that names itself, and the catalogue lists it.
  static func uncataloguedLaws(in files: [SourceFile], catalogue: SourceFile) -> [String] {
    let laws = files.filter {
      $0.module == "Laws" && $0.path.split(separator: "/").count == 4
    }
    return laws.flatMap { law -> [String] in
      let named = lawNames(in: [law]).isEmpty ? ["\(law.path) names no law"] : []
      return named
        + (catalogue.uses(law.stem) ? [] : ["\(law.path) is not in the catalogue"])
    }
  }
}
