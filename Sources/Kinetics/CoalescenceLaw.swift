/// The role of coalescence: how often two particles become one.
///
///     dc_k/dt = ½ Σ_(i+j=k) K(i,j) c_i c_j - c_k Σ_j K(k,j) c_j
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209. Equal sizes
/// meet at K c²/2. The solute takes no part.
public protocol CoalescenceLaw: Law {
  /// The rate constant of a pair, m³/s: symmetric in the two.
  func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value
  /// Whether the kernel lets a finite part of the matter gather in one particle within finite time.
  var gels: Bool { get }
  /// Sizes above which the kernel breaks off, units.
  var lastSizes: [Double] { get }

  /// Writes the kernel of every pair, row by row.
  func tabulate(
    _ table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    in medium: Medium<Double>)
}

extension CoalescenceLaw {
  public var gels: Bool { false }
  public var lastSizes: [Double] { [] }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    in medium: Medium<Double>
  ) {
    let law = frozen(in: medium)
    let count = particles.count
    for row in 0..<count {
      for column in 0...row {
        let value = law.kernel(particles[row], particles[column], in: medium)
        table[row * count + column] = value
        table[column * count + row] = value
      }
    }
  }
}

/// Coalescence as an experiment uses it.
public struct Coalescence: Sendable {
  public var law: any CoalescenceLaw
  /// The smallest particle that takes part, units.
  public var smallest: Int

  public init(_ law: any CoalescenceLaw, smallest: Int) {
    self.law = law
    self.smallest = smallest
  }
}
