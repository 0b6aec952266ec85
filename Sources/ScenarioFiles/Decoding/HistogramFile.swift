import Synthesis
import Units

/// A table of particle diameters and counts, as electron microscopy gives it.
///
/// Comma-separated; the first row names the columns: `diameter [nm], count` with the middles of bins
/// of any width, or `from [nm], to [nm], count`. Lines that open with `#` say nothing.
struct HistogramFile {
  let distribution: SeedPopulation.Distribution

  private struct Row {
    let line: Int
    let cells: [String]
  }

  init(_ source: Source) throws(ScenarioError) {
    let rows = Self.rows(of: source)
    guard let head = rows.first, rows.count > 1 else {
      throw Self.fault("the table holds no counts", line: 1, source)
    }
    let unit = try Self.unit(of: head, source)
    let hasEdges = head.cells.count == 3
    var bins: [(from: Double, to: Double, count: Double)] = []
    for row in rows.dropFirst() {
      let numbers = row.cells.compactMap(Double.init)
      guard numbers.count == row.cells.count, numbers.count == head.cells.count,
        numbers.allSatisfy({ $0 >= 0 && $0.isFinite })
      else {
        throw Self.fault(
          "the row does not hold \(head.cells.count) numbers", line: row.line, source)
      }
      bins.append((numbers[0], hasEdges ? numbers[1] : numbers[0], numbers[hasEdges ? 2 : 1]))
    }
    let edges =
      hasEdges ? bins.map(\.from) + bins.suffix(1).map(\.to) : Self.edges(bins.map(\.from))
    guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }),
      bins.contains(where: { $0.count > 0 })
    else {
      throw Self.fault("the diameters do not rise from row to row", line: rows[1].line, source)
    }
    var metres: [Double] = []
    for edge in edges { metres.append(try Self.metres(edge, unit, source)) }
    distribution = .histogram(edges: metres, counts: bins.map(\.count))
  }

  /// Edges half-way between the middles of bins.
  private static func edges(_ middles: [Double]) -> [Double] {
    guard middles.count > 1 else { return middles.flatMap { [0.975 * $0, 1.025 * $0] } }
    let inner = zip(middles, middles.dropFirst()).map { 0.5 * ($0 + $1) }
    let last = middles.count - 1
    return [max(0, 2 * middles[0] - inner[0])] + inner + [2 * middles[last] - inner[last - 1]]
  }

  private static func rows(of source: Source) -> [Row] {
    let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().compactMap { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0.filter { !$0.isWhitespace }) }
      guard cells != [""], cells.first?.hasPrefix("#") != true else { return nil }
      return Row(line: index + 1, cells: cells)
    }
  }

  private static func unit(of head: Row, _ source: Source) throws(ScenarioError) -> String {
    guard (2...3).contains(head.cells.count), let start = head.cells[0].firstIndex(of: "["),
      head.cells[0].hasSuffix("]")
    else {
      throw fault(
        "the first row does not name the columns", line: head.line, source)
    }
    return String(head.cells[0][head.cells[0].index(after: start)...].dropLast())
  }

  private static func metres(_ number: Double, _ unit: String, _ source: Source)
    throws(ScenarioError) -> Double
  {
    do throws(UnitsError) {
      return try Dimension.length.parse("\(number) \(unit)")
    } catch {
      throw fault(error.description, line: 1, source)
    }
  }

  private static func fault(_ message: String, line: Int, _ source: Source) -> ScenarioError {
    .bad([
      ScenarioDiagnostic(
        message, hint: "write \"diameter [nm], count\" and a row for every bin",
        at: Place(source, line: line, column: 1))
    ])
  }
}
