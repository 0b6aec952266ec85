import Synthesis

extension CatalogueEntry {
  /// What `describe grid` says: the grids, the rule that chooses, and what runs on which.
  static var grid: CatalogueEntry {
    CatalogueEntry(
      table: "[grid]", name: "grid",
      summary: "How particles are sorted by size. " + GridRule.words,
      equation: "exact, hybrid:  dy_i/dt = F_(i-1) - F_i,  "
        + "F_i = a(N) c_1 p(N) - b(N+1) p(N+1);  "
        + "moving:  dM_j/dt = N_j a(n_j) [c_1 - c_eq(n_j)],  n_j = M_j/N_j",
      assumptions:
        "exact: none. hybrid: the density of particles is smooth over a cell; every size "
        + "by itself up to unit_cells, then cells cell_ratio times as wide as the sizes below them. "
        + "moving: growth has no noise; nuclei within class_spread in radius share a class, and up to "
        + "six times that while there are few.",
      source:
        "A. Harten et al., J. Comput. Phys. 71, 231 (1987), doi:10.1016/0021-9991(87)90031-3; "
        + "S. Kumar, D. Ramkrishna, Chem. Eng. Sci. 51, 1311 (1996), "
        + "doi:10.1016/0009-2509(96)88489-2; D. Ramkrishna, Population Balances (Academic Press, "
        + "2000)",
      constants: [], notes: table)
  }

  private static var table: [String] {
    let head = line("", "exact", "hybrid", "moving")
    return [head]
      + GridRule.table.map { row in
        line(row.what, mark(row.exact), mark(row.hybrid), mark(row.moving))
      }
  }

  private static func line(_ what: String, _ cells: String...) -> String {
    what.padded(to: 40) + cells.map { $0.padded(to: 8) }.joined()
  }

  private static func mark(_ runs: Bool) -> String { runs ? "yes" : "no" }
}
