import Foundation
import Inference
import RealModule

/// A data set of NIST's Statistical Reference Datasets for non-linear regression, as NIST publishes it.
///
/// https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml
struct CertifiedDataset {
  /// Two of them.
  let starts: [[Double]]
  let certified: [Double]
  let deviations: [Double]
  let residualSquares: Double
  let model: TargetModel

  /// - Parameter path: of a file whose name is that of the data set.
  init(path: String) throws(CaseError) {
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .missing("there is no data set \"\(path)\"")
    }
    guard let formula = Self.formulas[name] else {
      throw .bad("\(path): there is no formula of this data set")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.filter { $0.contains(#/^\s*b\d =/#) }.map(Self.numbers)
    let head = lines.lastIndex { $0.hasPrefix("Data:") } ?? 0
    let data = lines[(head + 1)...].map(Self.numbers).filter { $0.count == 2 }
    let squares = lines.first { $0.contains("Residual Sum of Squares:") }
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == 4 }), data.count > rows.count,
      let residualSquares = squares.flatMap({ Self.numbers($0).last })
    else { throw .bad("\(path): it is no data set of NIST's") }
    starts = [rows.map { $0[0] }, rows.map { $0[1] }]
    certified = rows.map { $0[2] }
    deviations = rows.map { $0[3] }
    self.residualSquares = residualSquares
    let parameters = rows.indices.map { FitParameter("b\($0 + 1)", start: rows[$0][0]) }
    model = TargetModel(parameters) { b in data.map { formula(b, $0[1]) - $0[0] } }
  }

  private static func numbers(_ line: Substring) -> [Double] {
    line.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
  }

  private static let formulas: [String: @Sendable ([Double], Double) -> Double] = [
    "Misra1a": { b, x in b[0] * (1 - .exp(-b[1] * x)) },
    "BoxBOD": { b, x in b[0] * (1 - .exp(-b[1] * x)) },
    "Thurber": cubics,
    "Hahn1": cubics,
    "MGH09": { b, x in b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]) },
    "Eckerle4": { b, x in
      let z = (x - b[2]) / b[1]
      return b[0] / b[1] * .exp(-0.5 * z * z)
    },
    "MGH17": { b, x in b[0] + b[1] * .exp(-x * b[3]) + b[2] * .exp(-x * b[4]) },
    "Rat43": { b, x in b[0] / .pow(1 + .exp(b[1] - b[2] * x), 1 / b[3]) },
  ]

  private static let cubics: @Sendable ([Double], Double) -> Double = { b, x in
    let above = b[0] + x * (b[1] + x * (b[2] + x * b[3]))
    return above / (1 + x * (b[4] + x * (b[5] + x * b[6])))
  }
}
