import Units

/// A script with ``Placeholder``s in double braces; lines that start with `#%` are remarks to the
/// reader of the template and do not come into the script.
public struct ScriptTemplate: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  private let lines: [[Piece]]

  /// Reads a template.
  ///
  /// - Parameter file: how messages call it.
  /// - Throws: where a placeholder is unknown or not closed, or where no line runs the work.
  public init(_ text: String, file: String) throws(BatchError) {
    var lines: [[Piece]] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.hasPrefix("#%")
    {
      lines.append(try Self.pieces(of: line, file: file, line: number + 1))
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (placeholder, purpose) in [
      (Placeholder.worker, "which does the tasks"), (.merge, "which merges after them"),
    ] where !lines.joined().contains(.placeholder(placeholder)) {
      throw .missingPlaceholder(placeholder.rawValue, file: file, purpose: purpose)
    }
    self.lines = lines
  }

  private static func pieces(of line: Substring, file: String, line number: Int)
    throws(BatchError) -> [Piece]
  {
    var pieces: [Piece] = []
    var rest = line
    while let open = rest.firstRange(of: "{{") {
      if open.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<open.lowerBound])))
      }
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else {
        throw .openPlaceholder(file: file, line: number)
      }
      let name = String(rest[..<close.lowerBound])
      guard let placeholder = Placeholder(rawValue: name) else {
        let known = Placeholder.allCases.map(\.rawValue)
        throw .unknownPlaceholder(
          name, file: file, line: number, advice: NearestName.advice(on: name, among: known))
      }
      pieces.append(.placeholder(placeholder))
      rest = rest[close.upperBound...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  /// The script in which these values stand.
  func filled(with values: [Placeholder: [String]]) -> String {
    lines.flatMap { Self.filled($0, with: values) }.map { $0 + "\n" }.joined()
  }

  private static func filled(_ pieces: [Piece], with values: [Placeholder: [String]]) -> [String] {
    let counts = pieces.compactMap { piece -> Int? in
      if case .placeholder(let placeholder) = piece { values[placeholder]?.count ?? 0 } else { nil }
    }
    guard let least = counts.min() else { return [text(pieces, with: values, at: 0)] }
    let copies = least == 0 ? 0 : counts.max() ?? 0
    return (0..<copies).map { text(pieces, with: values, at: $0) }
  }

  /// A line in its `copy`-th standing; a placeholder with fewer values keeps its last one.
  private static func text(
    _ pieces: [Piece], with values: [Placeholder: [String]], at copy: Int
  ) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .placeholder(let placeholder):
        let texts = values[placeholder] ?? []
        return texts.indices.contains(copy) ? texts[copy] : texts.last ?? ""
      }
    }.joined()
  }
}

extension BatchSystem {
  /// The script of a job.
  ///
  /// - Parameter template: the system's own if not given.
  public func script(of job: BatchJob, template: ScriptTemplate? = nil) throws(BatchError) -> String
  {
    try job.resources.check()
    guard let template else {
      let own = try ScriptTemplate(self.template, file: engine.rawValue)
      return own.filled(with: values(of: job))
    }
    return template.filled(with: values(of: job))
  }

  /// The template with a remark on each of its placeholders, for people who change it.
  public var explainedTemplate: String {
    let used = Placeholder.allCases.filter { template.contains("{{\($0.rawValue)}}") }
    let width = used.map { $0.rawValue.count }.max() ?? 0
    let remarks = used.map { placeholder in
      let gap = String(repeating: " ", count: width - placeholder.rawValue.count)
      return "#% \(placeholder.rawValue)\(gap)  \(placeholder.meaning)"
    }
    let head = [
      "#% A script for \(engine.title). What stands in double braces is filled in; a line whose",
      "#% placeholder has no value is left out, and lines like this one always are.",
    ]
    guard let end = template.firstIndex(of: "\n") else { return template }
    let rest = template[template.index(after: end)...]
    return ([String(template[..<end])] + head + remarks).joined(separator: "\n") + "\n" + rest
  }

  private func values(of job: BatchJob) -> [Placeholder: [String]] {
    let resources = job.resources
    let command = job.command.map(ShellText.quoted).joined(separator: " ")
    var values: [Placeholder: [String]] = [
      .name: [job.name], .folder: [ShellText.quoted(job.folder)], .log: [job.log],
      .cores: ["\(resources.cores)"], .setup: resources.setup, .option: resources.options,
      .account: resources.account.map { [$0] } ?? [],
      .partition: resources.partition.map { [$0] } ?? [],
    ]
    switch job.work {
    case .tasks(let tasks):
      values[.worker] = [command]
      values[.taskLog] = ["\(job.log)-$task.log"]
      values[.offset] = ["\(tasks.lowerBound - firstIndex(ofTasksFrom: tasks.lowerBound))"]
    case .merge: values[.merge] = [command]
    }
    return values.merging(ownValues(of: job)) { $1 }
  }
}
