/// The head of a column, `radius_mean [nm]`.
struct ColumnHead: Equatable {
  let name: String
  /// Nil where the head gives none.
  let unit: String?

  init(_ text: String) {
    let text = text.trimmed
    // A path such as reaction[0].yield ends in no bracket; a unit always does, after a blank.
    guard text.hasSuffix("]"), let opening = text.lastIndex(of: "["),
      opening > text.startIndex, text[text.index(before: opening)].isWhitespace
    else {
      name = text
      unit = nil
      return
    }
    name = String(text[..<opening]).trimmed
    unit = String(text[text.index(after: opening)...].dropLast()).trimmed
  }
}
