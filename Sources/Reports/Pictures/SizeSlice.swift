import Results

/// The crystals of one time by radius.
struct SizeSlice {
  private(set) var radii: [Double] = []
  /// dN/dr over N, 1/nm.
  private(set) var shares: [Double] = []
  /// Standard errors of the shares over replicates; nil of a balance and of a single replicate.
  private(set) var errors: [Double]?

  /// Bins with less than this share of the fullest one are not drawn.
  static let negligible = 1e-5
  /// Across the sizes that replicates have, in which bins of few crystals are merged.
  private static let mergedBins = 32.0

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
    let isMerged = result.ensemble != nil
    let width = isMerged ? (edges[last + 1] - edges[first]) / Self.mergedBins : 0
    let total = crystals.map { row[$0] }.reduce(0, +)
    let replicates = Double(result.ensemble?.count ?? 1)
    var spread: [Double] = []
    for bin in Self.merged(shown, edges, width: width) {
      let (from, to) = (edges[bin.lowerBound], edges[bin.upperBound])
      radii.append(0.5 * (from + to))
      shares.append(row[bin].reduce(0, +) / (to - from) / total)
      // Different bins of a replicate hold different crystals, whose numbers hardly depend on one another.
      let variance = sizes.numberSD?[index][bin].reduce(0) { $0 + $1 * $1 } ?? 0
      spread.append((variance / replicates).squareRoot() / (to - from) / total)
    }
    if isMerged, replicates > 1 { errors = spread }
  }

  /// Neighbouring bins together, until they are as wide as asked for.
  private static func merged(
    _ bins: [Int], _ edges: [Double], width: Double
  ) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for bin in bins {
      if let open = merged.last, edges[open.upperBound] - edges[open.lowerBound] < width {
        merged[merged.count - 1] = open.lowerBound..<(bin + 1)
      } else {
        merged.append(bin..<(bin + 1))
      }
    }
    return merged
  }
}
