/// The fronts of points: exact, also with ties, by divide and conquer over the objectives.
///
/// Of n points with m objectives in O(n log^(m-1) n) at worst, for two objectives in O(n log n).
///
/// M. T. Jensen, *IEEE Trans. Evol. Comput.* **7**, 503 (2003), doi:10.1109/TEVC.2003.817234; with ties:
/// F.-A. Fortin, S. Grenier, M. Parizeau, *Proc. GECCO* 615 (2013), doi:10.1145/2463372.2463454.
struct NonDominatedSort {
  /// Of every point, from zero on.
  let fronts: [Int]

  /// - Parameter costs: for each objective, those of all points; the less, the better.
  init(_ costs: [[Double]]) {
    let count = costs.first?.count ?? 0
    guard count > 0 else {
      fronts = []
      return
    }
    let ranks = costs.map(Self.ranks)
    let order = (0..<count).sorted { one, other in
      for column in ranks where column[one] != column[other] { return column[one] < column[other] }
      return false
    }
    // Points that are equal in everything are one to the algorithm.
    var owner = [Int](repeating: 0, count: count)
    var kept: [Int] = []
    for (place, point) in order.enumerated() {
      let isEqual = place > 0 && ranks.allSatisfy { $0[point] == $0[order[place - 1]] }
      if !isEqual { kept.append(point) }
      owner[point] = kept.count - 1
    }
    var sorter = FrontSorter(ranks.map { column in kept.map { column[$0] } })
    sorter.sort()
    fronts = owner.map { sorter.fronts[$0] }
  }

  /// The order of each value among those that differ.
  private static func ranks(_ values: [Double]) -> [Int] {
    let sorted = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for place in sorted.indices.dropFirst() {
      let (before, point) = (sorted[place - 1], sorted[place])
      ranks[point] = ranks[before] + (values[point] > values[before] ? 1 : 0)
    }
    return ranks
  }
}
