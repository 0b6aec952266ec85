/// What two factors of a grid do together beyond the sum of what each does: from means over its cells.
///
///     m_ij - m_i - m_j + m
///
/// Its share of the variance adds up with those of the main effects where every point of the grid has its
/// value, and only there is it told.
public struct Interaction: Sendable {
  /// The places of both factors.
  public let factors: (Int, Int)
  public let share: Double

  /// Of all pairs of factors, the largest share first; empty where the grid has a gap.
  public static func all(of values: [Double], along factors: [Factor]) -> [Interaction] {
    let cells = factors.reduce(1) { $0 * $1.groups.count }
    guard factors.count > 1, values.count == cells, values.allSatisfy(\.isFinite) else { return [] }
    let pairs = factors.indices.flatMap { i in factors.indices.filter { $0 > i }.map { (i, $0) } }
    return pairs.map { Interaction(of: values, factors, $0) }.sorted { $0.share > $1.share }
  }

  private init(of values: [Double], _ factors: [Factor], _ pair: (Int, Int)) {
    let (rows, columns) = (factors[pair.0], factors[pair.1])
    let overall = Tally(values)
    var cells = [Tally](repeating: Tally(), count: rows.groups.count * columns.groups.count)
    var (rowTallies, columnTallies) = (
      [Tally](repeating: Tally(), count: rows.groups.count),
      [Tally](repeating: Tally(), count: columns.groups.count)
    )
    for (point, value) in values.enumerated() {
      let (row, column) = (rows.group[point], columns.group[point])
      cells[row * columns.groups.count + column].add(value)
      rowTallies[row].add(value)
      columnTallies[column].add(value)
    }
    var squares = 0.0
    for (place, cell) in cells.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns.groups.count)
      let rest = cell.mean - rowTallies[row].mean - columnTallies[column].mean + overall.mean
      squares += Double(cell.count) * rest * rest
    }
    self.factors = pair
    share = overall.squares > 0 ? squares / overall.squares : 0
  }
}
