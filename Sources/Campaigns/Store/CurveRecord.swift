import Results

/// The curves of one run as a line of a shard: a number for each time, column by column.
///
/// The line may be long, so that its numbers are read only where they are asked for.
struct CurveRecord: Sendable, Equatable {
  var index: Int
  /// The times that the run has reached.
  var count: Int
  /// Columns between tabs, their numbers between blanks; `nan` where there is none.
  private let numbers: String

  init(index: Int, _ table: TimeTable) {
    self.index = index
    count = table.times.count
    let columns = [table.times.map(Optional.some)] + table.columns.map(\.values)
    numbers = columns.map { column in
      column.map(Self.text).joined(separator: " ")
    }.joined(separator: "\t")
  }

  var text: String { "\(index)\t\(count)\t\(numbers)" }

  init?(text: Substring) {
    let parts = text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let index = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.index = index
    self.count = count
    numbers = String(parts[2])
  }

  /// The numbers of each column; NaN where there is none.
  var columns: [[Double]] {
    numbers.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: " ")).map { Double(Substring($0)) ?? .nan }
    }
  }

  private static func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "nan" }
    return value.description
  }
}

/// What a curve is of.
struct CurveHead: Sendable, Hashable, Codable {
  var name: String
  var unit: String
  var longName: String

  /// The time, then every column of a table.
  static func all(of table: TimeTable) -> [CurveHead] {
    [CurveHead(name: "time", unit: "s", longName: "time")]
      + table.columns.map { CurveHead(name: $0.name, unit: $0.unit, longName: $0.longName) }
  }
}
