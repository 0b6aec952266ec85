/// The equation of a reaction as people write it: "A + 2 B -> solute + C".
struct EquationText {
  /// A species in it, with its number and where it stands in the text.
  struct Term {
    let count: Double
    let name: String
    let offset: Int
  }

  /// What is wrong, and the stretch of the text that is meant.
  struct Fault: Error {
    let message: String
    let hint: String?
    let offset: Int
    let length: Int
  }

  let left: [Term]
  let right: [Term]
  let isReversible: Bool

  private struct Token {
    let text: String
    let offset: Int
  }

  /// Reads an equation; names that hold a "+" or open with a digit must be known.
  init(_ text: String, known: [String]) throws(Fault) {
    let tokens = Self.tokens(of: text, known: Set(known))
    let arrows = tokens.filter { Self.arrows[$0.text] != nil }
    guard let arrow = arrows.first, arrows.count == 1 else {
      let place = arrows.count > 1 ? arrows[1] : Token(text: text, offset: 0)
      throw Fault(
        message: arrows.isEmpty ? "the equation has no arrow" : "the equation has two arrows",
        hint: "write it as in \"A + 2 B -> solute\"", offset: place.offset,
        length: place.text.unicodeScalars.count)
    }
    isReversible = Self.arrows[arrow.text] ?? false
    let end = Token(text: "", offset: text.unicodeScalars.count)
    left = try Self.side(tokens.prefix { $0.offset < arrow.offset }[...], before: arrow)
    right = try Self.side(tokens.drop { $0.offset <= arrow.offset }, before: end)
  }

  private static let arrows = ["->": false, "→": false, "<->": true, "⇌": true, "<=>": true]

  private static func side(_ tokens: ArraySlice<Token>, before end: Token) throws(Fault) -> [Term] {
    var terms: [Term] = []
    var count: Double?
    var wantsTerm = true
    for token in tokens {
      if token.text == "+", !wantsTerm {
        wantsTerm = true
      } else if let number = Double(token.text), wantsTerm, count == nil, number > 0 {
        count = number
      } else if token.text != "+", wantsTerm, Double(token.text) == nil {
        terms.append(Term(count: count ?? 1, name: token.text, offset: token.offset))
        (count, wantsTerm) = (nil, false)
      } else {
        throw Fault(
          message: "\"\(token.text)\" cannot stand here in the equation",
          hint: "write species with \"+\" between them, as in \"A + 2 B -> solute\"",
          offset: token.offset, length: token.text.unicodeScalars.count)
      }
    }
    guard !wantsTerm, count == nil else {
      throw Fault(
        message: "a species is missing in the equation",
        hint: "write it as in \"A + 2 B -> solute\"",
        offset: end.text.isEmpty ? max(0, end.offset - 1) : end.offset,
        length: max(1, end.text.unicodeScalars.count))
    }
    return terms
  }

  /// Words between blanks; "2A" and "A+B" are taken apart unless a species is called so.
  private static func tokens(of text: String, known: Set<String>) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var start = 0
    for (offset, scalar) in (Array(text.unicodeScalars) + [" "]).enumerated() {
      guard scalar.properties.isWhitespace else {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { tokens += parts(of: word, at: start, known) }
      word = ""
    }
    return tokens
  }

  private static func parts(of word: String, at start: Int, _ known: Set<String>) -> [Token] {
    if known.contains(word) || word == "+" || arrows[word] != nil || Double(word) != nil {
      return [Token(text: word, offset: start)]
    }
    for separator in ["<->", "<=>", "⇌", "->", "→", "+"] {
      guard let range = word.ranges(of: separator).first else { continue }
      let before = String(word[..<range.lowerBound])
      let after = String(word[range.upperBound...])
      let middle = start + before.unicodeScalars.count
      return (before.isEmpty ? [] : parts(of: before, at: start, known))
        + [Token(text: separator, offset: middle)]
        + (after.isEmpty
          ? [] : parts(of: after, at: middle + separator.unicodeScalars.count, known))
    }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !digits.isEmpty, Double(String(digits)) != nil else {
      return [Token(text: word, offset: start)]
    }
    return [
      Token(text: String(digits), offset: start),
      Token(text: String(word.dropFirst(digits.count)), offset: start + digits.count),
    ]
  }
}
