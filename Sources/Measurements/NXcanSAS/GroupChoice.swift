/// A group that holds one curve or a series, with what lies around it.
struct ChosenGroup {
  var data: FileGroup
  /// The name of the frame.
  var name: String
  var title: String
  /// The group of the entry, which may hold times and temperatures.
  var entry: FileGroup?
}

/// Which groups of a file are read.
struct GroupChoice {
  let file: String
  /// A path in which "*" stands for any part of a name; nil looks for NXcanSAS.
  let wanted: String?

  struct Outcome {
    var groups: [ChosenGroup]
    var notes: [DataNote] = []
  }

  func choose(from root: FileGroup) throws(DataFault) -> Outcome {
    guard let wanted else { return try canSAS(root) }
    let steps = wanted.split(separator: "/").map(String.init)
    let found = Self.follow(steps[...], from: root)
    guard !found.isEmpty else {
      throw DataFault(
        file: file, place: wanted, message: "there is no such group", hint: Self.advice(root))
    }
    return Outcome(groups: found)
  }

  private static func follow(_ steps: ArraySlice<String>, from group: FileGroup) -> [ChosenGroup] {
    guard let step = steps.first else {
      return [ChosenGroup(data: group, name: group.name, title: "", entry: nil)]
    }
    return group.groups.filter { matches($0.name, step) }.flatMap { child in
      follow(steps.dropFirst(), from: child).map { found in
        var found = found
        if step.contains("*") {
          found.name = child.name
          found.title = child.dataset("title")?.strings?.first ?? ""
        }
        found.entry = found.entry ?? (child.isA("SASentry", or: "NXentry") ? child : nil)
        return found
      }
    }
  }

  /// Whether a name is of a pattern in which "*" stands for anything.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return name == pattern }
    guard name.hasPrefix(parts[0]) else { return false }
    var rest = name.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  // MARK: - NXcanSAS

  private func canSAS(_ root: FileGroup) throws(DataFault) -> Outcome {
    let entries = root.all.filter { $0.isA("SASentry", or: "NXentry") }
    var outcome = Outcome(groups: [])
    for entry in entries {
      var data = entry.groups.filter(Self.holdsCurve)
      if data.count > 1, let name = entry.text("default"),
        let preferred = data.first(where: { $0.name == name })
      {
        let others = data.filter { $0.name != name }.map(\.name)
        outcome.notes.append(
          DataNote(
            file: file, place: entry.path,
            message: "\(name) is read as its default; not read: \(others.joined(separator: ", "))"))
        data = [preferred]
      }
      outcome.groups += data.map { group in
        ChosenGroup(
          data: group, name: data.count > 1 ? "\(entry.name)/\(group.name)" : entry.name,
          title: entry.dataset("title")?.strings?.first ?? "", entry: entry)
      }
    }
    guard !outcome.groups.isEmpty else {
      throw DataFault(
        file: file, message: "holds no curve in the layout of NXcanSAS", hint: Self.advice(root))
    }
    return seriesAlone(outcome, root: root)
  }

  private static func holdsCurve(_ group: FileGroup) -> Bool {
    guard group.isA("SASdata", or: "NXdata") else { return false }
    return group.dataset("Q") != nil && group.dataset("I") != nil
      || group.isA("SASdata")
  }

  /// Of a file that holds a series and its frames once more, the series is read.
  private func seriesAlone(_ outcome: Outcome, root: FileGroup) -> Outcome {
    guard outcome.groups.count > 1, let name = root.text("default"),
      let series = outcome.groups.first(where: { $0.entry?.name == name }),
      (series.data.dataset("I")?.shape.count ?? 1) > 1
    else { return outcome }
    let note = DataNote(
      file: file, place: "/\(name)",
      message: "is read as the file's default; \(outcome.groups.count - 1) more entries are not")
    return Outcome(groups: [series], notes: outcome.notes + [note])
  }

  private static func advice(_ root: FileGroup) -> String {
    let places = root.all.filter { group in
      group.text("signal") != nil || group.datasets.contains { $0.attributes["signal"] != nil }
    }.map(\.path)
    guard !places.isEmpty else {
      return "--data PATH names the group that holds the data; this file has no group with a signal"
    }
    return "--data PATH names the group that holds the data; there are: "
      + places.prefix(8).joined(separator: ", ")
  }
}
