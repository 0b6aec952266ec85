/// What of a run is kept when it is stopped.
enum KeptRules {
  /// Stored variables of parts that can be kept which their `pass` neither passes nor says to be made anew.
  ///
  /// A variable that is passed occurs in the body of `pass`; one that is made anew stands in backticks in its
  /// documentation.
  static func forgotten(in files: [SourceFile]) -> [String] {
    parts(in: files).flatMap { part in
      variables(of: part.type, module: part.module, in: files).filter { name in
        !part.names.contains(name)
      }.map { "\(part.path): \(part.type) forgets \($0)" }
    }
  }

  /// A type that can be kept, with all names that its `pass` mentions.
  private struct Part {
    let path: String
    let module: String
    let type: String
    let names: Set<String>
  }

  private static func parts(in files: [SourceFile]) -> [Part] {
    files.filter { $0.module != "Checkpoints" }.flatMap { file -> [Part] in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.indices.compactMap { start in
        guard lines[start].contains("func pass("), let body = body(of: start, in: lines),
          lines[start...body.lowerBound].contains(where: { $0.contains("inout StateTape") })
        else { return nil }
        let header = lines[..<start].last { $0.first.map { $0 != " " && $0 != "/" } == true }
        guard let type = header?.firstMatch(of: #/(?:extension|struct|class) (?<name>[\w.]+)/#)
        else { return nil }
        let comment = lines[..<start].reversed().prefix { $0.contains("///") }
        let named = comment.flatMap { $0.matches(of: #/`(?<name>\w+)`/#).map { $0.output.name } }
        let used = lines[body].flatMap { $0.matches(of: #/\w+/#).map { $0.output } }
        return Part(
          path: file.path, module: file.module,
          type: String(type.output.name.split(separator: ".").last ?? ""),
          names: Set((named + used).map(String.init)))
      }
    }
  }

  /// The lines of the body of a function that begins at one; nil for a requirement, which has none.
  private static func body(of start: Int, in lines: [Substring]) -> ClosedRange<Int>? {
    let indent = lines[start].prefix { $0 == " " }
    guard let open = lines[start...].firstIndex(where: { $0.contains("{") || $0.isEmpty }),
      lines[open].contains("{")
    else { return nil }
    guard !lines[open].hasSuffix("}") else { return open...open }
    return lines[open...].dropFirst().firstIndex { $0 == indent + "}" }.map { open...$0 }
  }

  /// The stored variables of a type.
  private static func variables(
    of type: String, module: String, in files: [SourceFile]
  ) -> [String] {
    for file in files where file.module == module {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      guard
        let start = lines.firstIndex(where: {
          $0.firstMatch(of: #/(?:struct|class) (?<name>\w+)/#)?.output.name == type[...]
        })
      else { continue }
      let indent = lines[start].prefix { $0 == " " }
      let end = lines[start...].firstIndex { $0 == indent + "}" } ?? lines.endIndex
      return lines[start..<end].compactMap { line in
        guard line.hasPrefix(indent + "  "), line.dropFirst(indent.count + 2).first != " ",
          !line.contains("{"), !line.contains("static "),
          let found = line.firstMatch(of: #/^[\w()@ ]*\bvar (?<name>\w+)/#)
        else { return nil }
        return String(found.output.name)
      }
    }
    return []
  }
}
