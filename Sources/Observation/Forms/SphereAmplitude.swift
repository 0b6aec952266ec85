import RealModule

/// The amplitude of a homogeneous sphere, over its volume.
///
///     F(x) = 3 (sin x - x cos x)/x³
///
/// Lord Rayleigh, *Proc. R. Soc. A* **84**, 25 (1910), doi:10.1098/rspa.1910.0054.
enum SphereAmplitude {
  static func value(_ x: Double) -> Double {
    guard abs(x) > 0.3 else { return series(x * x) }
    return 3 * (Double.sin(x) - x * .cos(x)) / (x * x * x)
  }

  /// Where sine and cosine cancel: Σ 3 (-x²)^k 2(k+1)/(2k+3)!.
  private static func series(_ square: Double) -> Double {
    1 - square / 10 * (1 - square / 28 * (1 - square / 54 * (1 - square / 88 * (1 - square / 130))))
  }

  static func volume(_ radius: Double) -> Double { 4 * .pi / 3 * radius * radius * radius }
}
