/// A path into a scenario as people write it: `reaction[0].rate_constant.value`.
struct KeyPathText: Sendable {
  /// One step of a path.
  enum Step: Sendable, Equatable {
    case key(String)
    case index(Int)
    /// The entry of a list of tables with this name, `species[TOPSe]`.
    case name(String)
  }

  let steps: [Step]

  init(_ text: String, at place: Place) throws(ScenarioError) {
    var steps: [Step] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let end = rest.firstIndex(of: "]") else { throw Self.unreadable(text, place) }
        let inner = String(rest[rest.index(after: rest.startIndex)..<end])
        guard !inner.isEmpty, !steps.isEmpty else { throw Self.unreadable(text, place) }
        steps.append(Int(inner).map { .index($0) } ?? .name(inner))
        rest = rest[rest.index(after: end)...]
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { throw Self.unreadable(text, place) }
          rest.removeFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { throw Self.unreadable(text, place) }
        steps.append(.key(String(key)))
        rest = rest[key.endIndex...]
      }
    }
    guard !steps.isEmpty else { throw Self.unreadable(text, place) }
    self.steps = steps
  }

  private static func unreadable(_ text: String, _ place: Place) -> ScenarioError {
    .bad([
      ScenarioDiagnostic(
        "\"\(text)\" is no path to a value",
        hint: "for example reaction[0].rate_constant.value", at: place)
    ])
  }
}
