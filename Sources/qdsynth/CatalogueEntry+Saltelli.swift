extension CatalogueEntry {
  /// What `describe saltelli` says: the design, the order of its points, and the indices that it gives.
  static var saltelli: CatalogueEntry {
    CatalogueEntry(
      table: "[sweep]", name: "saltelli",
      summary: "A design for sensitivity indices: which share of a variance belongs to which axis.",
      equation: "S_i = <f(B) [f(AB_i) - f(A)]>/V,  T_i = <[f(A) - f(AB_i)]^2>/(2V);  "
        + "S_ij = <f(BA_i) f(AB_j) - f(A) f(B)>/V - S_i - S_j",
      assumptions:
        "axes are independent, and every value between their ends is as likely as another (of its "
        + "logarithm with scale = \"log\"). Intervals are of blocks drawn anew; a block with a failed "
        + "point is left out.",
      source:
        "first order: A. Saltelli et al., Comput. Phys. Commun. 181, 259 (2010), "
        + "doi:10.1016/j.cpc.2009.09.018; total: M. J. W. Jansen, Comput. Phys. Commun. 117, 35 (1999), "
        + "doi:10.1016/S0010-4655(98)00154-4; pairs: A. Saltelli, Comput. Phys. Commun. 145, 280 "
        + "(2002), doi:10.1016/S0010-4655(02)00280-1",
      constants: [],
      notes: [
        "samples = N, a power of two; N (D + 2) points for D axes, N (2D + 2) with second_order = true",
        "A and B are the halves of points N to 2N - 1 of a Sobol sequence in 2D dimensions",
        "point 0 of each block: A; 1 to D: A with one axis of B (AB_i);",
        "then, with second_order, B with one axis of A (BA_i), D points; last: B",
        "T_i: what would be left of the variance if all other axes were known; S_i: what knowing this "
          + "one alone takes away",
        "qdsynth sweep analyze FOLDER estimates the indices of every quantity",
      ])
  }
}
