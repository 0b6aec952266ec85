import Inference
import RealModule

/// What has an answer in closed form.
enum InferenceTarget: String, CaseIterable {
  /// A plane through the columns of a design, with known errors: all is normal.
  case linear
  /// x about one, and y about a parabola of x: ridges bend, and nothing is normal.
  case banana
  /// One parameter that nothing depends on, two of which only a ratio counts, one that wants to be
  /// negative, and one that is fixed by the data.
  case unidentifiable
  /// Data sets with certified answers.
  case certified

  /// The model; nil where a data set makes it.
  func model(in folder: String) throws(CaseError) -> TargetModel? {
    switch self {
    case .linear: try Self.plane(ReferenceTable(path: folder + "/data.csv"))
    case .banana: Self.bent
    case .unidentifiable: Self.blind
    case .certified: nil
    }
  }

  /// r = (Σ a_k x_k - y)/σ, of a table with the columns of x, and then y and sigma.
  private static func plane(_ table: ReferenceTable) throws(CaseError) -> TargetModel {
    let (y, sigma) = (try table.place(of: "y"), try table.place(of: "sigma"))
    let design = table.columns.indices.filter { $0 != y && $0 != sigma }
    var rows: [(x: [Double], y: Double, sigma: Double)] = []
    for row in table.rows {
      var x: [Double] = []
      for place in design { x.append(try table.number(row, place)) }
      rows.append((x, try table.number(row, y), try table.number(row, sigma)))
    }
    let data = rows
    let parameters = design.map { FitParameter(table.columns[$0].name, start: 1) }
    return TargetModel(parameters) { a in
      data.map { row in
        (zip(a, row.x).reduce(0) { $0 + $1.0 * $1.1 } - row.y) / row.sigma
      }
    }
  }

  /// r = (x - 1, (y - x²/2)/0.6).
  private static var bent: TargetModel {
    TargetModel([
      FitParameter("x", start: 0.3, lower: -20, upper: 20),
      FitParameter("y", start: 0.2, lower: -20, upper: 200),
    ]) { [$0[0] - 1, ($0[1] - 0.5 * $0[0] * $0[0]) / 0.6] }
  }

  /// r = (A/k² e^(-R t) + b - (e^(-t/2) - 0.1))/0.01, in which γ is not, and b ≥ 0.
  private static var blind: TargetModel {
    TargetModel([
      FitParameter("A", start: 6, lower: 1e-3, upper: 1e3, scale: .logarithmic),
      FitParameter("gamma", start: 1, lower: 0.1, upper: 10),
      FitParameter("k", start: 2, lower: 1e-3, upper: 1e3, scale: .logarithmic),
      FitParameter("b", start: 0.2, lower: 0, upper: 1),
      FitParameter("R", start: 1, lower: 0.01, upper: 5),
    ]) { p in
      (0..<12).map { place in
        let t = 0.25 * Double(place)
        let model = p[0] / (p[2] * p[2]) * .exp(-p[4] * t) + p[3]
        return (model - (.exp(-t / 2) - 0.1)) / 0.01
      }
    }
  }
}
