/// The role of dopants: how particles take them up, bury them, and give them back.
///
///     solution → surface   u(n) ρ each particle      surface → solution   d(n) each dopant
///     surface  → buried    β(n) each dopant          buried  → surface    ε(n) each dopant
///
/// Every particle carries two pools of a dopant: s on its surface and k buried. ρ is the number
/// density of what is dissolved. Dopants are passengers: they follow what happens to the particle,
/// and neither its size nor its growth follows them.
///
/// Where uptake depends on what a particle holds already, by cooperativity or by a number of sites,
/// the dopants must stay: sums over particles then obey equations of their own, without any closure.
public protocol UptakeLaw: Law {
  /// The rates of one particle, with the growth of its host.
  func rates<Value: Scalar>(
    of particle: Particle<Value>, growing host: HostGrowth<Value>, in medium: Medium<Value>
  ) -> UptakeRates<Value>
  /// Whether dopants arrive on the surface; where not, they are buried at once.
  var entersSurface: Bool { get }
  /// Whether dopants stay where they arrive as long as the particle lasts: nothing desorbs, is buried
  /// or is exposed, in no medium. A law with cooperativity or with sites must say so.
  var isIrreversible: Bool { get }
  /// Whether rates change with how deep a dopant lies, which sums over particles do not know.
  var needsDepth: Bool { get }

  /// Writes the rates of particles.
  func tabulate(
    _ table: inout MutableSpan<UptakeRates<Double>>, of particles: Span<Particle<Double>>,
    growing hosts: Span<HostGrowth<Double>>, in medium: Medium<Double>)
  /// The same with derivatives.
  func tabulate(
    _ table: inout MutableSpan<UptakeRates<Dual>>, of particles: Span<Particle<Dual>>,
    growing hosts: Span<HostGrowth<Dual>>, in medium: Medium<Dual>)
}

extension UptakeLaw {
  public var needsDepth: Bool { false }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<UptakeRates<Double>>, of particles: Span<Particle<Double>>,
    growing hosts: Span<HostGrowth<Double>>, in medium: Medium<Double>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = law.rates(of: particles[index], growing: hosts[index], in: medium)
    }
  }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<UptakeRates<Dual>>, of particles: Span<Particle<Dual>>,
    growing hosts: Span<HostGrowth<Dual>>, in medium: Medium<Dual>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = law.rates(of: particles[index], growing: hosts[index], in: medium)
    }
  }
}
