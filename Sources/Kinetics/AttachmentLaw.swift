/// The role of a growth law: how fast a particle takes up solute, one unit at a time.
///
/// A law gives attachment only. Detachment is never a law's: the ladder forms it by detailed balance
/// from the particle's energy.
public protocol AttachmentLaw: Law {
  /// The volume swept for solute by one particle, m³/s; times the solute's number density it is the
  /// units attached per second.
  func attachment<Value: Scalar>(of particle: Particle, in medium: Medium<Value>) -> Value

  /// Writes the attachment of particles with the given radii (m), the first having `first` units.
  func tabulate(
    _ table: inout MutableSpan<Double>, radii: Span<Double>, from first: Int,
    in medium: Medium<Double>)
  /// The same with derivatives.
  func tabulate(
    _ table: inout MutableSpan<Dual>, radii: Span<Double>, from first: Int,
    in medium: Medium<Dual>)
}

extension AttachmentLaw {
  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<Double>, radii: Span<Double>, from first: Int,
    in medium: Medium<Double>
  ) {
    let law = frozen(in: medium)
    for index in radii.indices {
      let particle = Particle(units: Double(first + index), radius: radii[index])
      table[index] = law.attachment(of: particle, in: medium)
    }
  }

  @inlinable
  public func tabulate(
    _ table: inout MutableSpan<Dual>, radii: Span<Double>, from first: Int,
    in medium: Medium<Dual>
  ) {
    let law = frozen(in: medium)
    for index in radii.indices {
      let particle = Particle(units: Double(first + index), radius: radii[index])
      table[index] = law.attachment(of: particle, in: medium)
    }
  }
}
