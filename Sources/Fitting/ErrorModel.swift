/// The standard deviation of a datum.
///
///     σ² = max(σ_measured, f |y|)² + a²
struct ErrorModel: Sendable, Hashable {
  /// f.
  let relative: Double
  /// a, in the unit of the data.
  let absolute: Double

  /// - Returns: nil where nothing says how sure the datum is.
  func deviation(of value: Double, measured: Double?) -> Double? {
    let first = max(measured ?? 0, relative * abs(value))
    let sum = (first * first + absolute * absolute).squareRoot()
    return sum > 0 ? sum : nil
  }
}
