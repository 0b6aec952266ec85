import RealModule

/// How an output follows an axis.
enum Trend: String, CaseIterable {
  /// The change from each point to the next, as a share of the value.
  case step
  /// d ln y/d ln x over all points, by least squares.
  case slope
  /// dy/dx over all points, by least squares.
  case rate

  /// The smallest and the largest value of the measure; nil where it cannot be taken.
  func range(of y: [Double], over x: [Double]) -> ClosedRange<Double>? {
    let measures =
      switch self {
      case .step: zip(y, y.dropFirst()).map { ($1 - $0) / abs($0) }
      case .slope: [Self.slope(x.map { Double.log($0) }, y.map { Double.log($0) })]
      case .rate: [Self.slope(x, y)]
      }
    guard let least = measures.min(), let most = measures.max(), measures.allSatisfy(\.isFinite)
    else { return nil }
    return least...most
  }

  private static func slope(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }
}
