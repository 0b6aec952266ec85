extension Ladder {
  /// How fast the radius of a particle changes, m/s.
  ///
  ///     dr/dt = v_m (dn/dt)/(4πr²),   dn/dt = a(n) c - b(n)
  ///
  /// - Parameter radius: m, of a particle of one unit at least.
  public func growthRate(ofRadius radius: Double, in medium: Medium<Double>) -> Double {
    let drift = drift(of: [units(ofRadius: radius)], in: medium)[0]
    return volumePerUnit * drift / (4 * .pi * radius * radius)
  }
}
