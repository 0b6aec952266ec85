extension Particle {
  /// How often two spheres meet that diffuse in a liquid, m³/s.
  ///
  ///     (2kT/3μ) (r + s)(1/r + 1/s)
  ///
  /// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209.
  /// - Parameter viscosity: Pa s.
  @inlinable
  public func brownianMeetings(
    with other: Particle, viscosity: Value, in medium: Medium<Value>
  ) -> Value {
    let sum = radius + other.radius
    return 2 * medium.thermalEnergy / (3 * viscosity) * sum * sum / (radius * other.radius)
  }
}
