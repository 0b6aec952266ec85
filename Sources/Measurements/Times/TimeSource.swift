/// Where frames have their times from.
public enum TimeSource: Sendable, Equatable {
  /// The files themselves.
  case files
  /// A table with a row a frame.
  case table(path: String)
  /// A pattern in the names or titles of frames, whose first group is the number.
  case pattern(TimePattern)
  /// The first frame at a time, and each of the next a step later, s; one frame needs no step.
  case steps(start: Double, step: Double?)

  static let advice =
    "--times frames.csv, --time-from '_(\\d+)min' or --t0 \"0 s\" --dt \"5 s\" says when the "
    + "frames were taken"
}

/// Which text of a frame a pattern is looked for in, and the pattern.
public struct TimePattern: Sendable, Equatable {
  public enum Place: String, Sendable, CaseIterable {
    case name
    case title
    case file
  }

  /// Nil looks in the name, then in the title, then in the name of the file.
  public var place: Place?
  public var expression: String

  /// Reads "title:_(\d+)min", where the place may be left out.
  public init(_ text: String) throws(DataFault) {
    if let colon = text.firstIndex(of: ":"), let place = Place(rawValue: String(text[..<colon])) {
      self.place = place
      expression = String(text[text.index(after: colon)...])
    } else {
      expression = text
    }
    guard (try? Regex(expression)) != nil else {
      throw DataFault(
        file: "--time-from", message: "\"\(expression)\" is not a regular expression",
        hint: "for example '_(\\d+)min' or 'title:t = ([\\d.]+ s)'")
    }
  }

  /// The number that the pattern finds in a frame, with the unit that it finds beside it.
  ///
  /// The first group holds the number, with its unit or without; a second group may hold the unit.
  func time(of curve: RawCurve) -> RawTime? {
    let texts: [String] =
      switch place {
      case .name: [curve.name]
      case .title: [curve.title]
      case .file: [FileName.last(of: curve.file)]
      case nil: [curve.name, curve.title, FileName.last(of: curve.file)]
      }
    return texts.lazy.compactMap(time(in:)).first
  }

  private func time(in text: String) -> RawTime? {
    guard let regex = try? Regex(expression), let match = try? regex.firstMatch(in: text) else {
      return nil
    }
    let groups = (0..<match.output.count).dropFirst().compactMap { match.output[$0].substring }
    guard let first = groups.first ?? match.output[0].substring else { return nil }
    let number = first.prefix { $0.isNumber || "+-.eE".contains($0) }
    guard let value = Double(number) ?? Double(first.prefix { $0.isNumber || $0 == "." }) else {
      return nil
    }
    let inside = first.dropFirst(number.count).trimming { $0.isWhitespace || $0 == "_" }
    let unit = inside.isEmpty ? groups.dropFirst().first.map(String.init) : String(inside)
    return RawTime(value: value, unit: unit)
  }
}
