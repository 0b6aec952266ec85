/// The known name that is nearest to a mistyped one.
public enum NearestName {
  /// The nearest of the known names, where it is near enough to be meant.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    let limit = max(1, (wanted.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let distance =
        2 * editDistance(wanted, Array(candidate.lowercased())) + (candidate == name ? 0 : 1)
      if distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    guard let best, best.distance <= 2 * limit + 1 else { return nil }
    return best.name
  }

  /// What would be right in the place of an unknown name: the nearest one where there is one, and
  /// all of them.
  public static func advice(on name: String, among known: [String]) -> String {
    let near = of(name, among: known).map { "did you mean \"\($0)\"? " } ?? ""
    return near + "known: " + known.joined(separator: ", ")
  }

  /// Insertions, deletions, exchanges and swaps of neighbours from one text to the other.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let exchange = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var least = min(exchange, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, beforeLast[j - 2] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
