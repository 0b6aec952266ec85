/// The block of numbers in a text file, with the lines in front of it and behind.
struct NumberTable {
  struct Row: Equatable {
    /// Counted from one.
    var line: Int
    var numbers: [Double]
  }

  var rows: [Row]
  /// The line above the block that names its columns, if any does.
  var header: (line: Int, text: String)?
  /// Lines with something in them that is neither data nor a comment, as ranges from one.
  var otherLines: [ClosedRange<Int>]

  var columnCount: Int { rows.first?.numbers.count ?? 0 }

  func column(_ index: Int) -> [Double] { rows.map { $0.numbers[index] } }

  /// Finds the longest run of lines with the same number of columns, two or more.
  ///
  /// Blank lines and comments do not end a run. What would be data outside it is an error: nothing
  /// is left out that could be a measurement.
  init(_ text: DecodedText, file: String) throws(DataFault) {
    let lines = text.lines
    let fields = NumberFields(lines: lines)
    let numbers = lines.map { line -> [Double]? in
      guard let first = line.first(where: { !$0.isWhitespace }), !"#%!*/".contains(first) else {
        return nil
      }
      guard let values = fields.numbers(of: line), values.contains(where: { !$0.isNaN }) else {
        return nil
      }
      return values
    }
    let blocks = Self.blocks(lines, numbers)
    guard let longest = blocks.max(by: { $0.count < $1.count }), longest.count > 0 else {
      throw DataFault(
        file: file, message: "holds no columns of numbers",
        hint: "q and I are needed, in two columns or more, one point a line")
    }
    try Self.refuseStrays(blocks, beside: longest, lines: lines, file: file)
    var rows = longest.compactMap { index in
      numbers[index].map { Row(line: index + 1, numbers: $0) }
    }
    if rows.count > 1, rows[0].numbers.allSatisfy({ $0 == 0 }) { rows.removeFirst() }
    self.rows = rows
    let data = Set(rows.map(\.line))
    header = Self.header(
      above: (rows.first?.line ?? 1) - 1, in: lines, columns: rows[0].numbers.count)
    otherLines = Self.ranges(
      lines.indices.map { $0 + 1 }.filter { line in
        guard !data.contains(line) else { return false }
        let first = lines[line - 1].first { !$0.isWhitespace && !",;".contains($0) }
        return first.map { !"#%!*".contains($0) } ?? false
      })
  }

  /// Runs of line numbers with the same count of numbers; lines of text end them.
  private static func blocks(_ lines: [Substring], _ numbers: [[Double]?]) -> [[Int]] {
    var blocks: [[Int]] = []
    var width = 0
    var isOpen = false
    for index in lines.indices {
      if let values = numbers[index], values.count > 1 {
        if isOpen, values.count == width {
          blocks[blocks.count - 1].append(index)
        } else {
          blocks.append([index])
          width = values.count
          isOpen = true
        }
      } else if let first = lines[index].first(where: { !$0.isWhitespace && !",;".contains($0) }) {
        isOpen = isOpen && "#%!*".contains(first)
      }
    }
    return blocks
  }

  /// Two lines of numbers in front of a block ten times as long are a header.
  private static func refuseStrays(
    _ blocks: [[Int]], beside longest: [Int], lines: [Substring], file: String
  ) throws(DataFault) {
    let start = longest[0]
    let before = blocks.filter { $0[0] < start }
    let beforeCount = before.reduce(0) { $0 + $1.count }
    if beforeCount <= 2, 10 * beforeCount <= longest.count, blocks.last == longest { return }
    guard
      let stray = blocks.first(where: {
        $0 != longest && ($0[0] > start || beforeCount > 2 || 10 * beforeCount > longest.count)
      })
    else { return }
    let end = longest[longest.count - 1]
    let between = start < stray[0] ? end + 1..<stray[0] : stray[stray.count - 1] + 1..<start
    let cause = between.first { !lines[$0].allSatisfy(\.isWhitespace) }.map { $0 + 1 }
    throw DataFault(
      file: file, place: "line \(cause ?? stray[0] + 1)",
      message:
        "cuts the columns of numbers in two, those of lines \(longest[0] + 1) to \(end + 1) and "
        + "those of lines \(stray[0] + 1) to \(stray[stray.count - 1] + 1)",
      hint: "every row must have the same number of columns; put \"#\" before what is not data")
  }

  private static func header(above line: Int, in lines: [Substring], columns: Int) -> (
    line: Int, text: String
  )? {
    for index in lines.indices.prefix(line).reversed() {
      let text = lines[index].trimming { $0.isWhitespace || "#%!*/".contains($0) }
      if !text.isEmpty { return (index + 1, String(text)) }
    }
    return nil
  }

  static func ranges(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges
  }

  /// Ranges in words, "1-3, 7".
  static func words(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
