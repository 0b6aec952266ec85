/// Where memory may be touched, and where the program may give up.
enum SafetyRules {
  private static let wrappers: Set = [
    "LinearAlgebra", "Sundials", "HDF5Files", "Units", "XMLFiles", "Optimizers",
  ]

  /// Outside the wrappers of C libraries only three files are unsafe: the one that reads TOML,
  /// the one that hashes, and the one of `Campaigns` that speaks POSIX.
  static func strayUnsafe(in files: [SourceFile]) -> [String] {
    let unsafe = files.filter { !wrappers.contains($0.module) && $0.uses("unsafe") }
    let readers = unsafe.filter { $0.imports.contains("CTOML") && $0.module == "ScenarioFiles" }
    let hashers = unsafe.filter { $0.imports.contains("CLibcrypto") }
    let speakers = unsafe.filter {
      $0.module == "Campaigns" && !$0.imports.contains("CLibcrypto")
    }
    let allowed = Set([readers, hashers, speakers].flatMap { $0.prefix(1) }.map(\.path))
    return unsafe.map(\.path).filter { !allowed.contains($0) }
  }

  /// Nothing gives up by itself, and nothing is left for later.
  static func givingUp(in files: [SourceFile]) -> [String] {
    let left = ["TO" + "DO", "FIX" + "ME"]
    return files.flatMap { file -> [String] in
      let calls = file.code.matches(of: #/\btry!|\bas!|\bfatalError\s*\(/#).map {
        "\(file.path): \($0.output)"
      }
      return calls + left.filter { file.text.contains($0) }.map { "\(file.path): \($0)" }
    }
  }

  /// A file holds one concept, and that fits in 300 lines.
  static func longFiles(in files: [SourceFile]) -> [String] {
    files.compactMap { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      return lines > 301 ? "\(file.path) has \(lines - 1) lines" : nil
    }
  }

  /// Only the program prints: a library hands back what it has to say.
  static func prints(in files: [SourceFile]) -> [String] {
    let call =
      #/(?:^|[^.\w])(?:(?:debugP|p)rint|dump|puts|fputs)\s*\(|FileHandle\.standard(?:Output|Error)/#
      .anchorsMatchLineEndings()
    return files.filter { $0.module != "qdsynth" && !$0.code.matches(of: call).isEmpty }.map(\.path)
  }
}
