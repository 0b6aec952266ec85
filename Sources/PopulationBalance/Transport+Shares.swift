import Kinetics

extension Transport {
  /// The two cells that share a particle whose units lie between theirs, and how much each gets of it:
  /// number and units are both kept.
  ///
  /// A particle beyond the grid counts as so many of the largest cell as keep its units.
  func shares<Value: Scalar>(of units: Value) -> (cell: Int, lower: Value, upper: Value) {
    let top = cells.count
    guard units.value < self.units[top] else {
      return (top - 1, Value(0), units / self.units[top])
    }
    let cell = cell(below: units.value)
    let upper = (units - self.units[cell]) / (self.units[cell + 1] - self.units[cell])
    return (cell, 1 - upper, upper)
  }

  /// The last cell but one whose particles have at most so many units, the second at least.
  private func cell(below units: Double) -> Int {
    let top = cells.count - 1
    let cell = max(2, min(cells.cell(of: max(2, units)), top))
    return cell > 2 && self.units[cell] > units ? cell - 1 : cell
  }

  /// Calls `body` with the cells that share nuclei of so many units, and how much each gets of one.
  ///
  /// On the lattice of units those are the two neighbours. Where growth is smooth, nuclei move over
  /// the cells as smoothly: what they are shared by is the mean over a window of one and a half cells
  /// around their size, which keeps number and units too.
  func spread<Value: Scalar>(
    nucleus units: Value, _ body: (_ cell: Int, _ share: Value) -> Void
  ) {
    let half = 0.75 * cells.ratio * units
    let (low, high) = (units - half, units + half)
    guard !cells.isLattice, low.value > self.units[2], high.value < self.units[cells.count] else {
      let share = shares(of: units)
      body(share.cell, share.lower)
      return body(share.cell + 1, share.upper)
    }
    for cell in cell(below: low.value)...cell(below: high.value) {
      let (start, end) = (self.units[cell], self.units[cell + 1])
      let from = low.value > start ? low : Value(start)
      let to = high.value < end ? high : Value(end)
      let covered = (to - from) / (2 * half)
      let upper = covered * (0.5 * (from + to) - start) / (end - start)
      body(cell, covered - upper)
      body(cell + 1, upper)
    }
  }
}
