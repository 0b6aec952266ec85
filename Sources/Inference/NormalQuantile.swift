import RealModule

/// Φ⁻¹: where the normal distribution has come to a share.
///
/// A rational first guess, then Halley's steps on erfc: M. Abramowitz, I. A. Stegun, *Handbook of
/// Mathematical Functions*, 26.2.23 (1964).
func normalQuantile(_ share: Double) -> Double {
  guard share > 0, share < 1 else { return share <= 0 ? -.infinity : .infinity }
  guard share <= 0.5 else { return -normalQuantile(1 - share) }
  let t = (-2 * Double.log(share)).squareRoot()
  let above = 2.515517 + t * (0.802853 + t * 0.010328)
  let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  var x = above / below - t
  for _ in 0..<3 {
    let excess = Double.erfc(-x / 2.0.squareRoot()) / 2 - share
    let step = excess * (2 * Double.pi).squareRoot() * Double.exp(x * x / 2)
    x -= step / (1 + x * step / 2)
  }
  return x
}
