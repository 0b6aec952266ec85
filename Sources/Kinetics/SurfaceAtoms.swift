extension Particle {
  /// How many of its units lie at the surface, for a compact metal particle.
  ///
  ///     r(n) = 2.677 n^0.72
  ///
  /// A. F. Schmidt, V. V. Smirnov (2005), as D. R. Handwerk, P. D. Shipman, C. B. Whitehead, S. Özkar,
  /// R. G. Finke, *J. Am. Chem. Soc.* **141**, 15827 (2019), doi:10.1021/jacs.9b06364, use it. Below
  /// 34 units it exceeds n, and is used as it stands.
  @inlinable
  public var surfaceAtoms: Value { 2.677 * Value.pow(units, 0.72) }
}
