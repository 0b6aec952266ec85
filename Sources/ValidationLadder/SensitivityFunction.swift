import RealModule

/// A function whose sensitivity indices are known in closed form.
enum SensitivityFunction: String, CaseIterable {
  /// sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 between -π and π.
  ///
  /// T. Ishigami, T. Homma, *Proc. ISUMA '90* 398 (1990), doi:10.1109/ISUMA.1990.151285.
  case ishigami
  /// Π (|4 x_i - 2| + a_i)/(1 + a_i) between 0 and 1, with a = 0, 1, 4.5, 9, 99, 99.
  ///
  /// I. M. Sobol, *Reliab. Eng. Syst. Saf.* **79**, 187 (2003), doi:10.1016/S0951-8320(02)00229-6.
  case gFunction = "g-function"

  private static let weights = [0, 1, 4.5, 9, 99, 99]

  var dimensions: Int {
    switch self {
    case .ishigami: 3
    case .gFunction: Self.weights.count
    }
  }

  /// Every coordinate runs between these, as a scenario would have them.
  var ends: (from: String, to: String) {
    switch self {
    case .ishigami: ("\(-Double.pi)", "\(Double.pi)")
    case .gFunction: ("0", "1")
    }
  }

  func value(_ x: [Double]) -> Double {
    switch self {
    case .ishigami:
      let (first, second) = (Double.sin(x[0]), Double.sin(x[1]))
      return first + 7 * second * second + 0.1 * x[2] * x[2] * x[2] * x[2] * first
    case .gFunction:
      return zip(x, Self.weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
  }
}
