/// The role of an energy law: the free energy of a particle beyond its units' share of bulk solid.
///
/// Energies add. Only exact differences E(n+1) - E(n) enter the kinetics, never 2γv/r.
public protocol ParticleEnergy: Law {
  /// Free energy of one particle, J.
  func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  /// Sizes whose energy is their own, unlike that of their neighbours, units.
  var singularSizes: [Double] { get }

  /// Adds the energy of particles.
  func add(
    to table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    in medium: Medium<Double>)
  /// The same with derivatives.
  func add(
    to table: inout MutableSpan<Dual>, of particles: Span<Particle<Dual>>,
    in medium: Medium<Dual>)

  /// The energy of one particle with its derivatives along size.
  func jet(
    of particle: Particle<Jet<Double>>, in medium: Medium<Jet<Double>>
  ) -> Jet<Double>
  /// The same with derivatives of its own.
  func jet(of particle: Particle<Jet<Dual>>, in medium: Medium<Jet<Dual>>) -> Jet<Dual>
}

extension ParticleEnergy {
  public var singularSizes: [Double] { [] }

  @inlinable
  public func add(
    to table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    in medium: Medium<Double>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = table[index] + law.energy(of: particles[index], in: medium)
    }
  }

  @inlinable
  public func add(
    to table: inout MutableSpan<Dual>, of particles: Span<Particle<Dual>>,
    in medium: Medium<Dual>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = table[index] + law.energy(of: particles[index], in: medium)
    }
  }

  @inlinable
  public func jet(
    of particle: Particle<Jet<Double>>, in medium: Medium<Jet<Double>>
  ) -> Jet<Double> {
    energy(of: particle, in: medium)
  }

  @inlinable
  public func jet(of particle: Particle<Jet<Dual>>, in medium: Medium<Jet<Dual>>) -> Jet<Dual> {
    energy(of: particle, in: medium)
  }
}
