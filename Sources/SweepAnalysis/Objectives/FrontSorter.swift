/// The recursion behind ``NonDominatedSort``, over points that differ and stand in lexicographic order.
struct FrontSorter {
  /// Of every point, from zero on.
  private(set) var fronts: [Int]
  /// For each objective, whole numbers in the order of the costs.
  private let costs: [[Int]]
  private var tree: PrefixMaximum

  /// Below so many points, pairs are compared one by one.
  private static let few = 12

  init(_ costs: [[Int]]) {
    self.costs = costs
    let count = costs.first?.count ?? 0
    fronts = [Int](repeating: 0, count: count)
    let second = costs.count > 1 ? costs[1] : []
    tree = PrefixMaximum(count: (second.max() ?? 0) + 1)
  }

  mutating func sort() {
    guard costs.count > 1 else {
      // With one objective, a front is a value.
      fronts = costs.first ?? []
      return
    }
    sort(Array(fronts.indices), costs.count - 1)
  }

  /// Sorts points among themselves, which are equal beyond objective `last`.
  private mutating func sort(_ points: [Int], _ last: Int) {
    guard points.count > 1 else { return }
    guard points.count > Self.few else { return comparePairs(points) }
    guard last > 1 else { return sweep(points) }
    let column = costs[last]
    let middle = median(points.map { column[$0] })
    let (less, equal, more) = parted(points, by: column, at: middle)
    guard equal.count < points.count else { return sort(points, last - 1) }
    sort(less, last)
    push(less, equal, last - 1)
    sort(equal, last - 1)
    push(merged(less, equal), more, last - 1)
    sort(more, last)
  }

  /// Pushes points back behind those of others, which are as good beyond objective `last`, and better in
  /// one of those.
  private mutating func push(_ others: [Int], _ points: [Int], _ last: Int) {
    guard !others.isEmpty, !points.isEmpty else { return }
    guard others.count > 1, points.count > 1, others.count + points.count > Self.few else {
      return comparePairs(others, points, last)
    }
    guard last > 1 else { return sweep(others, points) }
    let column = costs[last]
    var (highest, least) = (0, Int.max)
    for other in others { highest = max(highest, column[other]) }
    for point in points { least = min(least, column[point]) }
    guard highest > least else { return push(others, points, last - 1) }
    let middle = median(others.map { column[$0] } + points.map { column[$0] })
    let (otherLess, otherEqual, otherMore) = parted(others, by: column, at: middle)
    let (less, equal, more) = parted(points, by: column, at: middle)
    guard otherEqual.count + equal.count < others.count + points.count else {
      return push(others, points, last - 1)
    }
    push(otherLess, less, last)
    push(otherLess, equal, last - 1)
    push(otherEqual, equal, last - 1)
    push(merged(otherLess, otherEqual), more, last - 1)
    push(otherMore, more, last)
  }

  // MARK: - Two objectives

  private mutating func sweep(_ points: [Int]) {
    let column = costs[1]
    for point in points {
      fronts[point] = max(fronts[point], tree.maximum(through: column[point]) + 1)
      tree.raise(column[point], to: fronts[point])
    }
    for point in points { tree.clear(column[point]) }
  }

  private mutating func sweep(_ others: [Int], _ points: [Int]) {
    let (leading, column) = (costs[0], costs[1])
    var next = 0
    for point in points {
      while next < others.count, leading[others[next]] <= leading[point] {
        let other = others[next]
        // One of the same leading cost counts as far as its second one, which the tree looks at.
        tree.raise(column[other], to: fronts[other])
        next += 1
      }
      fronts[point] = max(fronts[point], tree.maximum(through: column[point]) + 1)
    }
    for other in others[..<next] { tree.clear(column[other]) }
  }

  // MARK: - Few points

  private mutating func comparePairs(_ points: [Int]) {
    for place in points.indices.dropFirst() {
      let point = points[place]
      for other in points[..<place] where isAsGood(other, as: point, costs.count - 1) {
        fronts[point] = max(fronts[point], fronts[other] + 1)
      }
    }
  }

  private mutating func comparePairs(_ others: [Int], _ points: [Int], _ last: Int) {
    for point in points {
      for other in others where isAsGood(other, as: point, last) {
        fronts[point] = max(fronts[point], fronts[other] + 1)
      }
    }
  }

  private func isAsGood(_ other: Int, as point: Int, _ last: Int) -> Bool {
    for objective in 0...last where costs[objective][other] > costs[objective][point] {
      return false
    }
    return true
  }

  // MARK: - Parts

  private func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

  private func parted(_ points: [Int], by column: [Int], at middle: Int)
    -> (less: [Int], equal: [Int], more: [Int])
  {
    var parts: (less: [Int], equal: [Int], more: [Int]) = ([], [], [])
    for point in points {
      if column[point] < middle {
        parts.less.append(point)
      } else if column[point] == middle {
        parts.equal.append(point)
      } else {
        parts.more.append(point)
      }
    }
    return parts
  }

  /// Both in the order of all points.
  private func merged(_ one: [Int], _ other: [Int]) -> [Int] {
    var (merged, place) = ([Int](), 0)
    merged.reserveCapacity(one.count + other.count)
    for point in one {
      while place < other.count, other[place] < point {
        merged.append(other[place])
        place += 1
      }
      merged.append(point)
    }
    return merged + other[place...]
  }
}
