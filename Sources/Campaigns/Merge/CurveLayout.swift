/// The room that the curves of all runs need.
struct CurveLayout {
  private(set) var heads: [CurveHead] = []
  private(set) var times = 0
  private var seen: Set<CurveHead> = []
  private var last: [CurveHead] = []

  /// Makes room for the curves of one more run.
  mutating func fit(_ curves: StoredCurves?) {
    guard let curves else { return }
    times = max(times, curves.count)
    guard curves.heads != last else { return }
    last = curves.heads
    for head in curves.heads where seen.insert(head).inserted { heads.append(head) }
  }
}
