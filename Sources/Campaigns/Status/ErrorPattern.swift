/// The reason of a failure with its numbers taken out, by which failures of one kind are known.
struct ErrorPattern: Sendable, Hashable {
  let text: String

  /// What stands in the place of a number.
  static let gap = "…"

  init(_ reason: String) {
    var text = ""
    var rest = Substring(reason)
    var isInWord = false
    while let next = rest.first {
      if !isInWord, let number = Self.number(at: rest) {
        text += Self.gap
        rest = rest[number...]
        isInWord = true
        continue
      }
      isInWord = next.isLetter || next.isNumber || next == "_"
      text.append(next)
      rest.removeFirst()
    }
    self.text = text
  }

  /// Where the number ends that a text opens with; nothing where it opens with none.
  private static func number(at text: Substring) -> Substring.Index? {
    var index = text.startIndex
    func digits() -> Bool {
      let start = index
      while index < text.endIndex, text[index].isASCII, text[index].isNumber {
        text.formIndex(after: &index)
      }
      return index > start
    }
    func take(_ marks: String) -> Bool {
      guard index < text.endIndex, marks.contains(text[index]) else { return false }
      text.formIndex(after: &index)
      return true
    }
    _ = take("+-")
    guard digits() else { return nil }
    let whole = index
    if take(".") && !digits() {
      index = whole
      return index
    }
    let mantissa = index
    if take("eE") {
      _ = take("+-")
      if !digits() { index = mantissa }
    }
    return index
  }
}
