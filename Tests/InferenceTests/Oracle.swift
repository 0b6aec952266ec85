import Foundation

/// What scipy, lmfit and arviz say; `Fixtures/oracle.py` asks them.
struct Oracle: Decodable {
  struct Answer: Decodable {
    let values: [Double]
    let errors: [Double]
    let cost: Double?
    let chisqr: Double?
    let redchi: Double?
    let aic: Double?
    let bic: Double?
    let correlation: Double?
  }
  struct Chains: Decodable {
    let seed: Int
    let rho: Double
    let shift: Double
    let length: Int
    let rounded: Bool
    let rhat: Double
    let bulk: Double
    let tail: Double
    let mean: Double
    let draws: [[Double]]?
  }
  struct NonNegative: Decodable {
    let solution: [Double]
    let objective: Double
  }
  struct Quantiles: Decodable {
    let shares: [Double]
    let values: [Double]
  }

  let t: [Double]
  let y: [Double]
  let sigma: [Double]
  let scipy: [String: Answer]
  let lmfit: [String: Answer]
  let held: Answer
  let chains: [Chains]
  let nnls: NonNegative
  let quantiles: Quantiles

  static func read() throws -> Oracle {
    try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: Fixtures.url("oracle.json")))
  }
}

enum Fixtures {
  static func url(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(path)")
  }
}

/// The largest |a/b - 1|.
func relativeDistance(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 / $1.1 - 1)) } : .infinity
}
