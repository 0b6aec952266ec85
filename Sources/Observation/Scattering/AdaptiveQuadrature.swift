/// Integrals by halving what is not yet known well enough.
///
/// Gauss' rule of seven nodes within Kronrod's of fifteen: R. Piessens et al., *QUADPACK* (Springer,
/// 1983).
enum AdaptiveQuadrature {
  /// ∫ f dx, to a share of the integral of |f|.
  static func integral(
    over range: ClosedRange<Double>, within tolerance: Double, parts: Int = 8,
    of integrand: (Double) -> Double
  ) -> Double {
    let width = (range.upperBound - range.lowerBound) / Double(parts)
    var pieces = (0..<parts).map { part in
      let start = range.lowerBound + width * Double(part)
      return Piece(start...(start + width), integrand)
    }
    // Halving stops where round-off takes over, at the latest.
    for _ in 0..<2000 {
      let size = pieces.reduce(0) { $0 + $1.magnitude }
      let error = pieces.reduce(0) { $0 + $1.error }
      guard error > tolerance * size,
        let worst = pieces.indices.max(by: { pieces[$0].error < pieces[$1].error })
      else { break }
      let range = pieces[worst].range
      let middle = 0.5 * (range.lowerBound + range.upperBound)
      guard middle > range.lowerBound, middle < range.upperBound else { break }
      pieces[worst] = Piece(range.lowerBound...middle, integrand)
      pieces.append(Piece(middle...range.upperBound, integrand))
    }
    return pieces.reduce(0) { $0 + $1.value }
  }

  private struct Piece {
    let range: ClosedRange<Double>
    let value: Double
    let magnitude: Double
    let error: Double

    init(_ range: ClosedRange<Double>, _ integrand: (Double) -> Double) {
      self.range = range
      let middle = 0.5 * (range.lowerBound + range.upperBound)
      let half = 0.5 * (range.upperBound - range.lowerBound)
      var (gauss, kronrod, size) = (0.0, 0.0, 0.0)
      for node in AdaptiveQuadrature.nodes {
        let pair =
          node.place == 0
          ? [integrand(middle)]
          : [integrand(middle - half * node.place), integrand(middle + half * node.place)]
        let sum = pair.reduce(0, +)
        gauss += node.gauss * sum
        kronrod += node.kronrod * sum
        size += node.kronrod * pair.reduce(0) { $0 + abs($1) }
      }
      value = kronrod * half
      magnitude = size * half
      error = abs(kronrod - gauss) * half
    }
  }

  private static let nodes: [(place: Double, kronrod: Double, gauss: Double)] = [
    (0.991_455_371_120_812_6, 0.022_935_322_010_529_22, 0),
    (0.949_107_912_342_758_5, 0.063_092_092_629_978_55, 0.129_484_966_168_869_7),
    (0.864_864_423_359_769_1, 0.104_790_010_322_250_2, 0),
    (0.741_531_185_599_394_4, 0.140_653_259_715_525_9, 0.279_705_391_489_276_7),
    (0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0),
    (0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9),
    (0.207_784_955_007_898_5, 0.204_432_940_075_298_9, 0),
    (0, 0.209_482_141_084_727_8, 0.417_959_183_673_469_4),
  ]
}
