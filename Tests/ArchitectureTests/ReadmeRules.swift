/// What the README promises a reader who types its commands.
enum ReadmeRules {
  /// The commands in its code blocks, word by word.
  static func commands(in readme: String) -> [[String]] {
    let blocks = readme.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    let lines = blocks.filter { $0.offset % 2 == 1 }.flatMap { $0.element.split(separator: "\n") }
    return lines.map { $0.split(separator: " ").map(String.init) }
      .map { $0.first == "$" ? Array($0.dropFirst()) : $0 }
      .filter { ["make", "qdsynth"].contains($0.first) && $0.count > 1 }
  }

  /// Goals of `make` that the Makefile lacks.
  static func unknownGoals(in readme: String, makefile: String) -> [String] {
    let rule = #/^(?<goal>[a-z][a-z-]*):/#.anchorsMatchLineEndings()
    let goals = Set(makefile.matches(of: rule).map { String($0.output.goal) })
    return commands(in: readme).filter { $0[0] == "make" && !goals.contains($0[1]) }
      .map { "make \($0[1])" }
  }

  /// Commands of `qdsynth` that the program lacks: neither named so nor a type of that name.
  static func unknownCommands(in readme: String, program: [SourceFile]) -> [String] {
    let named = #/commandName:\s*"(?<name>[a-z-]+)"/#
    let typed = #/\bstruct\s+(?<name>\w+)\s*:[^{]*ParsableCommand/#
    let known = program.flatMap { file in
      file.codeWithStrings.matches(of: named).map { String($0.output.name) }
        + file.code.matches(of: typed).map { $0.output.name.lowercased() }
    }
    return commands(in: readme).filter { $0[0] == "qdsynth" && !known.contains($0[1]) }
      .map { "qdsynth \($0[1])" }
  }

  /// Files of the repository that its commands name and that are not there.
  static func missingPaths(in readme: String, exists: (String) -> Bool) -> [String] {
    commands(in: readme).joined()
      .filter { $0.hasPrefix("Scenarios/") || $0.hasPrefix("Validation/") }
      .filter { !exists($0) }
  }
}
