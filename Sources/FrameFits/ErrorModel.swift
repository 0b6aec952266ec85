/// Where the errors of intensities come from.
public enum ErrorModel: Sendable, Hashable {
  /// The data bring them.
  case measured
  /// σ² = (s I)² + σ_0², with σ_0 in the unit of the intensity (1/m on an absolute scale).
  case assumed(relative: Double, absolute: Double)

  /// Of one intensity; nil where there is none.
  func deviation(of intensity: Double, measured: Double?) -> Double? {
    switch self {
    case .measured: return measured
    case .assumed(let relative, let absolute):
      let part = relative * intensity
      return (part * part + absolute * absolute).squareRoot()
    }
  }

  func check() throws(FrameFitsError) {
    guard case .assumed(let relative, let absolute) = self else { return }
    guard relative.isFinite, absolute.isFinite, relative >= 0, absolute >= 0,
      relative + absolute > 0
    else { throw .badErrorModel(relative: relative, absolute: absolute) }
  }
}
