/// The largest number among places up to a given one, changed and asked in O(log n).
///
/// P. M. Fenwick, *Softw. Pract. Exp.* **24**, 327 (1994), doi:10.1002/spe.4380240306.
struct PrefixMaximum {
  private var nodes: [Int]

  init(count: Int) {
    nodes = [Int](repeating: -1, count: count + 1)
  }

  /// -1 where nothing was raised.
  func maximum(through place: Int) -> Int {
    var (node, largest) = (place + 1, -1)
    while node > 0 {
      largest = max(largest, nodes[node])
      node &= node - 1
    }
    return largest
  }

  mutating func raise(_ place: Int, to value: Int) {
    var node = place + 1
    while node < nodes.count {
      nodes[node] = max(nodes[node], value)
      node += node & -node
    }
  }

  /// Forgets everything that raising this place has changed.
  mutating func clear(_ place: Int) {
    var node = place + 1
    while node < nodes.count {
      nodes[node] = -1
      node += node & -node
    }
  }
}
