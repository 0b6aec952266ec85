import Results

/// The crystals of one time by radius.
struct SizeSlice {
  let radii: [Double]
  /// dN/dr over N, 1/nm.
  let shares: [Double]

  /// Nil where there is no crystal.
  init?(_ result: RunResult, at index: Int) {
    let sizes = result.sizes
    guard sizes.numbers.indices.contains(index) else { return nil }
    let floor = Double(result.process.crystalFloor) - 0.5
    let edges = sizes.radiusEdges
    let row = sizes.numbers[index]
    let crystals = row.indices.filter { sizes.edges[$0] >= floor && edges[$0 + 1] > edges[$0] }
    let threshold = (crystals.map { row[$0] }.max() ?? 0) * Self.negligible
    guard threshold > 0, let first = crystals.first,
      let last = crystals.last(where: { row[$0] > threshold })
    else { return nil }
    let shown = crystals.filter { $0 >= first && $0 <= min(last + 1, row.count - 1) }
    radii = shown.map { 0.5 * (edges[$0] + edges[$0 + 1]) }
    let total = crystals.map { row[$0] }.reduce(0, +)
    shares = shown.map { row[$0] / (edges[$0 + 1] - edges[$0]) / total }
  }

  /// Bins with less than this share of the fullest one are not drawn.
  static let negligible = 1e-5
}
