/// The role of a growth law: how fast a particle takes up solute, one unit at a time.
///
/// A law gives attachment only. Detachment is never a law's: the ladder forms it by detailed balance
/// from the particle's energy.
public protocol AttachmentLaw: Law {
  /// The volume swept for solute by one particle, m³/s; times the solute's number density it is the
  /// units attached per second.
  func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value

  /// Whether the law has a rate constant of the surface, which what blocks the surface can lower.
  var hasSurfaceStep: Bool { get }

  /// Writes the attachment of particles, each with the radius (m) at which it captures solute and
  /// the step that it takes.
  func tabulate(
    _ table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    taking steps: Span<GrowthStep<Double>>, in medium: Medium<Double>)
  /// The same with derivatives.
  func tabulate(
    _ table: inout MutableSpan<Dual>, of particles: Span<Particle<Dual>>,
    taking steps: Span<GrowthStep<Dual>>, in medium: Medium<Dual>)
}

extension AttachmentLaw {
  public var hasSurfaceStep: Bool { true }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    taking steps: Span<GrowthStep<Double>>, in medium: Medium<Double>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = law.attachment(of: particles[index], taking: steps[index], in: medium)
    }
  }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<Dual>, of particles: Span<Particle<Dual>>,
    taking steps: Span<GrowthStep<Dual>>, in medium: Medium<Dual>
  ) {
    let law = frozen(in: medium)
    for index in particles.indices {
      table[index] = law.attachment(of: particles[index], taking: steps[index], in: medium)
    }
  }
}
