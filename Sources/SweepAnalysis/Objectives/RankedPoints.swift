/// Points ordered from the best: by front, and within a front by the sum of their places in each objective.
///
/// A point is in the first front where no other is as good in all objectives and better in one; in the next
/// one where this holds without the first front, and so on. Points that are equal in all objectives share
/// their front, and places too.
public struct RankedPoints: Sendable {
  /// Points with a value of every objective, the best first.
  public let order: [Int]
  /// The front of each point, from zero on; nil where an objective has no value.
  public let fronts: [Int?]
  public let frontCount: Int

  /// - Parameters:
  ///   - values: for each objective, its value at every point; not finite where there is none.
  ///   - objectives: what is wanted of each.
  public init(_ values: [[Double]], _ objectives: [Objective]) {
    let count = values.first?.count ?? 0
    let known = (0..<count).filter { point in values.allSatisfy { $0[point].isFinite } }
    let costs = zip(values, objectives).map { values, objective in
      known.map { objective.cost(values[$0]) }
    }
    let found = NonDominatedSort(costs).fronts
    var fronts = [Int?](repeating: nil, count: count)
    for (place, point) in known.enumerated() { fronts[point] = found[place] }
    self.fronts = fronts
    frontCount = (found.max() ?? -1) + 1
    var places = [Int](repeating: 0, count: known.count)
    for column in costs {
      for (point, place) in Self.places(column).enumerated() { places[point] += place }
    }
    order = known.indices.sorted {
      (found[$0], places[$0], $0) < (found[$1], places[$1], $1)
    }.map { known[$0] }
  }

  /// The points of the first front, in the order of the design.
  public var best: [Int] { fronts.indices.filter { fronts[$0] == 0 } }

  /// How many are better, for each.
  private static func places(_ costs: [Double]) -> [Int] {
    let sorted = costs.indices.sorted { costs[$0] < costs[$1] }
    var places = [Int](repeating: 0, count: costs.count)
    for (rank, point) in sorted.enumerated() {
      let isTied = rank > 0 && costs[sorted[rank - 1]] == costs[point]
      places[point] = isTied ? places[sorted[rank - 1]] : rank
    }
    return places
  }
}
