import Sundials

/// What is integrated on the cells of a grid: a balance, or one with neighbours on the same cells.
protocol CellHolder: StiffProblem {
  var resolved: GridBalance { get }
  /// Makes room for clusters of up to `largest` units.
  mutating func grow(to largest: Int)
}

extension GridBalance: CellHolder {
  var resolved: GridBalance { self }
}
