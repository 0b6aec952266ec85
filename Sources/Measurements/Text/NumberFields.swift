/// How a line of numbers is cut into fields.
///
/// Fields are parted by white space, semicolons and commas; where every comma of a file stands
/// between digits and something else parts the fields, commas are decimal marks.
struct NumberFields {
  let commaIsDecimal: Bool

  init(commaIsDecimal: Bool) { self.commaIsDecimal = commaIsDecimal }

  /// Finds out from the lines of a file what its commas mean.
  init(lines: some Sequence<Substring>) {
    var votes = (decimal: 0, other: 0)
    for line in lines where line.contains(",") {
      let cells = line.split { $0.isWhitespace || $0 == ";" }
      let isDecimal = { (cell: Substring) in
        cell.wholeMatch(of: #/[+-]?\d+,\d+(?:[eEdD][+-]?\d+)?/#) != nil
      }
      guard cells.contains(where: { $0.first?.isNumber == true || $0.first == "-" }) else {
        continue
      }
      let fits =
        cells.count > 1 && cells.contains(where: isDecimal)
        && cells.allSatisfy { isDecimal($0) || !$0.contains(",") && NumberFields.number($0) != nil }
      if fits { votes.decimal += 1 } else { votes.other += 1 }
    }
    commaIsDecimal = votes.decimal > votes.other
  }

  /// The fields of a line; between two commas or semicolons there is an empty one.
  func fields(of line: Substring) -> [Substring] {
    let isMark = { (character: Character) in
      character == ";" || (character == "," && !commaIsDecimal)
    }
    guard line.contains(where: isMark) else { return line.split { $0.isWhitespace } }
    let isSpaced = line.split(separator: "\t").count > 1
    return line.split(omittingEmptySubsequences: false, whereSeparator: isMark).flatMap { cell in
      let words = cell.split { $0.isWhitespace }
      guard !words.isEmpty else { return [Substring()] }
      return isSpaced || words.allSatisfy { number($0) != nil }
        ? words : [cell.trimming { $0.isWhitespace }]
    }
  }

  /// The numbers of a line, or nil where a field is none; an empty field is a missing number.
  func numbers(of line: Substring) -> [Double]? {
    var fields = fields(of: line)
    while fields.count > 2, fields.last?.isEmpty == true { fields.removeLast() }
    var numbers: [Double] = []
    numbers.reserveCapacity(fields.count)
    for field in fields {
      guard let value = number(field) else { return nil }
      numbers.append(value)
    }
    return numbers.isEmpty ? nil : numbers
  }

  func number(_ field: Substring) -> Double? {
    guard commaIsDecimal, field.contains(",") else { return Self.number(field) }
    return Self.number(Substring(field.replacing(",", with: ".")))
  }

  /// A number as programs write it, with "D" for the exponent or spelled-out infinities too.
  static func number(_ field: Substring) -> Double? {
    guard let first = field.utf8.first else { return .nan }
    let isPlain = (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
    if isPlain, let value = Double(field) {
      return field.utf8.contains(0x78) ? nil : value
    }
    let lowered = field.lowercased()
    if missing.contains(lowered) { return .nan }
    if ["inf", "+inf", "-inf", "infinity", "1.#inf", "-1.#inf"].contains(lowered) {
      return lowered.hasPrefix("-") ? -.infinity : .infinity
    }
    guard isPlain, lowered.contains("d") else { return nil }
    return Double(lowered.replacing("d", with: "e"))
  }

  private static let missing: Set = [
    "nan", "-nan", "+nan", "na", "n/a", "--", "-", "1.#qnan", "-1.#ind", "1.#ind", "nan(ind)",
    "-nan(ind)",
  ]
}

extension Substring {
  func trimming(_ isUnwanted: (Character) -> Bool) -> Substring {
    var text = self
    while let first = text.first, isUnwanted(first) { text.removeFirst() }
    while let last = text.last, isUnwanted(last) { text.removeLast() }
    return text
  }
}
