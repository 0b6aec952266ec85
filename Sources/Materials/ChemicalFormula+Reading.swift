extension ChemicalFormula {
  /// What is wrong with a formula, and the stretch of it that is meant, in code points.
  public struct Fault: Error, Hashable {
    public let message: String
    public let offset: Int
    public let length: Int
  }

  /// Reads elements and groups in parentheses or brackets, each with its count, and parts joined by
  /// a dot, as in hydrates, each with a count before it.
  public init(_ text: String) throws(Fault) {
    var reader = FormulaReader(text)
    self.init(text: text, atoms: try reader.atoms())
  }
}

/// The way through a formula.
private struct FormulaReader {
  typealias Fault = ChemicalFormula.Fault

  /// A group that is not closed yet, or a part of the whole.
  private struct Group {
    var atoms: [String: Int] = [:]
    let offset: Int
    let closing: Unicode.Scalar?
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var groups: [Group] = []
  private var total: [String: Int] = [:]

  /// More atoms of an element than any molecule has.
  private static let mostAtoms = 1_000_000
  private static let known = Set(PeriodicTable.symbols)
  private static let closings: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]"]
  private static let dots: Set<Unicode.Scalar> = ["·", "•", "*"]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func atoms() throws(Fault) -> [String: Int] {
    repeat { try readPart() } while index < scalars.count
    return total
  }

  /// One part up to a dot or the end.
  private mutating func readPart() throws(Fault) {
    let start = index
    let factor = try count() ?? 1
    groups = [Group(offset: index, closing: nil)]
    var isEnded = false
    while index < scalars.count, !isEnded {
      let next = scalars[index]
      if let closing = Self.closings[next] {
        groups.append(Group(offset: index, closing: closing))
        index += 1
      } else if isUpper(next) {
        try readElement()
      } else if groups.last?.closing == next {
        try closeGroup()
      } else if Self.dots.contains(next), groups.count == 1, index + 1 < scalars.count {
        isEnded = true
      } else {
        throw fault("\"\(next)\" cannot stand here in the formula", at: index)
      }
    }
    guard let part = groups.last, groups.count == 1 else {
      throw fault("a group is opened here and never closed", at: groups.last?.offset ?? start)
    }
    guard !part.atoms.isEmpty else { throw fault("the formula holds no element here", at: start) }
    if isEnded { index += 1 }
    try add(part.atoms, times: factor, to: &total, at: start)
  }

  private mutating func readElement() throws(Fault) {
    let start = index
    index += 1
    while index < scalars.count, ("a"..."z").contains(scalars[index]) { index += 1 }
    let symbol = String(String.UnicodeScalarView(scalars[start..<index]))
    guard Self.known.contains(symbol) else {
      throw fault("no element has the symbol \"\(symbol)\"", at: start, length: index - start)
    }
    let count = try count() ?? 1
    try add([symbol: count], times: 1, to: &groups[groups.count - 1].atoms, at: start)
  }

  private mutating func closeGroup() throws(Fault) {
    let group = groups.removeLast()
    guard !group.atoms.isEmpty else {
      throw fault("the group is empty", at: group.offset, length: index + 1 - group.offset)
    }
    index += 1
    let count = try count() ?? 1
    try add(
      group.atoms, times: count, to: &groups[groups.count - 1].atoms, at: group.offset)
  }

  /// The number that stands here, if one does.
  private mutating func count() throws(Fault) -> Int? {
    let start = index
    while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
    guard index > start else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[start..<index]))
    guard let count = Int(digits), (1...Self.mostAtoms).contains(count) else {
      throw fault(
        "\(digits) is no count of atoms: it is 1 to \(Self.mostAtoms)", at: start,
        length: index - start)
    }
    return count
  }

  private func add(
    _ atoms: [String: Int], times factor: Int, to sum: inout [String: Int], at offset: Int
  ) throws(Fault) {
    for (symbol, count) in atoms {
      let all = (sum[symbol] ?? 0) + factor * count
      guard all <= Self.mostAtoms else {
        throw fault("the formula holds more than \(Self.mostAtoms) \(symbol)", at: offset)
      }
      sum[symbol] = all
    }
  }

  private func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

  private func fault(_ message: String, at offset: Int, length: Int = 1) -> Fault {
    Fault(message: message, offset: offset, length: length)
  }
}
