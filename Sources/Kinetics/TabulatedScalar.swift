/// A scalar for which every law has its own loop over particles, without dynamic calls inside.
public protocol TabulatedScalar: Scalar {
  static func tabulate(
    _ law: any AttachmentLaw, _ table: inout MutableSpan<Self>, of particles: Span<Particle<Self>>,
    taking steps: Span<GrowthStep<Self>>, in medium: Medium<Self>)
  static func add(
    _ law: any ParticleEnergy, to table: inout MutableSpan<Self>,
    of particles: Span<Particle<Self>>, in medium: Medium<Self>)
  static func jet(
    _ law: any ParticleEnergy, of particle: Particle<Jet<Self>>, in medium: Medium<Jet<Self>>
  ) -> Jet<Self>
  static func tabulate(
    _ law: any UptakeLaw, _ table: inout MutableSpan<UptakeRates<Self>>,
    of particles: Span<Particle<Self>>, growing hosts: Span<HostGrowth<Self>>,
    in medium: Medium<Self>)
}

extension Double: TabulatedScalar {
  public static func tabulate(
    _ law: any AttachmentLaw, _ table: inout MutableSpan<Double>,
    of particles: Span<Particle<Double>>, taking steps: Span<GrowthStep<Double>>,
    in medium: Medium<Double>
  ) {
    law.tabulate(&table, of: particles, taking: steps, in: medium)
  }

  public static func add(
    _ law: any ParticleEnergy, to table: inout MutableSpan<Double>,
    of particles: Span<Particle<Double>>, in medium: Medium<Double>
  ) {
    law.add(to: &table, of: particles, in: medium)
  }

  public static func jet(
    _ law: any ParticleEnergy, of particle: Particle<Jet<Double>>, in medium: Medium<Jet<Double>>
  ) -> Jet<Double> {
    law.jet(of: particle, in: medium)
  }

  public static func tabulate(
    _ law: any UptakeLaw, _ table: inout MutableSpan<UptakeRates<Double>>,
    of particles: Span<Particle<Double>>, growing hosts: Span<HostGrowth<Double>>,
    in medium: Medium<Double>
  ) {
    law.tabulate(&table, of: particles, growing: hosts, in: medium)
  }
}

extension Dual: TabulatedScalar {
  public static func tabulate(
    _ law: any AttachmentLaw, _ table: inout MutableSpan<Dual>,
    of particles: Span<Particle<Dual>>, taking steps: Span<GrowthStep<Dual>>,
    in medium: Medium<Dual>
  ) {
    law.tabulate(&table, of: particles, taking: steps, in: medium)
  }

  public static func add(
    _ law: any ParticleEnergy, to table: inout MutableSpan<Dual>,
    of particles: Span<Particle<Dual>>, in medium: Medium<Dual>
  ) {
    law.add(to: &table, of: particles, in: medium)
  }

  public static func jet(
    _ law: any ParticleEnergy, of particle: Particle<Jet<Dual>>, in medium: Medium<Jet<Dual>>
  ) -> Jet<Dual> {
    law.jet(of: particle, in: medium)
  }

  public static func tabulate(
    _ law: any UptakeLaw, _ table: inout MutableSpan<UptakeRates<Dual>>,
    of particles: Span<Particle<Dual>>, growing hosts: Span<HostGrowth<Dual>>,
    in medium: Medium<Dual>
  ) {
    law.tabulate(&table, of: particles, growing: hosts, in: medium)
  }
}
