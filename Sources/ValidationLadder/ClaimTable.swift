import Foundation

/// Claims side by side.
public struct ClaimTable: Sendable {
  public let claims: [Claim]

  public init(_ claims: [Claim]) {
    self.claims = claims
  }

  public var failures: Int { claims.count { $0.verdict == .failed } }

  public var skips: Int { claims.count { $0.verdict == .skipped } }

  private static let head = [
    "case", "quantity", "expected", "found", "error", "tolerance", "verdict",
  ]

  private var rows: [[String]] {
    claims.map { claim in
      [
        claim.validationCase, claim.quantity, claim.expected, claim.found,
        claim.error.map { String(format: "%.1e", $0) } ?? "none",
        String(format: "%.1e", claim.tolerance), claim.verdict.rawValue,
      ]
    }
  }

  /// Columns for a terminal.
  public var lines: [String] {
    let rows = [Self.head] + rows
    let widths = Self.head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
        .joined(separator: "  ")
    }
  }

  public var markdown: String {
    let line = { (cells: [String]) in
      "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ")
        + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: Self.head.count)
    return ([line(Self.head), rule] + rows.map(line)).joined(separator: "\n")
  }

  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(claims), as: UTF8.self)
  }
}

extension ClaimTable {
  static let opening = "<!-- claims: made by qdsynth validate -->"
  static let closing = "<!-- end of claims -->"

  /// A text with the table in the place of the one between its markers.
  public func inserted(in text: String) throws(CaseError) -> String {
    guard let start = text.range(of: Self.opening),
      let end = text.range(of: Self.closing, range: start.upperBound..<text.endIndex)
    else {
      throw .bad("the file has no lines \"\(Self.opening)\" and \"\(Self.closing)\"")
    }
    return text[..<start.upperBound] + "\n\n" + markdown + "\n\n" + text[end.lowerBound...]
  }
}
