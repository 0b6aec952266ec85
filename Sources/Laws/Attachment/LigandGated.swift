public import Kinetics
import Units

/// Another law, on the share of the surface that ligands leave open.
///
///     k → k (1 - θ)^m
///
/// S. Mozaffari et al., *Nanoscale* **9**, 13772 (2017), and *Nanoscale Adv.* **1**, 4052 (2019),
/// doi:10.1039/C9NA00348G; the sites after I. Langmuir, *J. Am. Chem. Soc.* **40**, 1361 (1918),
/// doi:10.1021/ja02242a004.
public struct LigandGated: AttachmentLaw {
  /// The law of the open surface.
  public var base: any AttachmentLaw = SurfaceLimited()
  public var blockingExponent = Coefficient(1)

  public init() {}

  public static let name = "ligand-gated"
  public static let summary = "Ligands on the surface block another law of attachment."
  public static let equation = "k -> k (1 - theta)^m in the surface rate constants of the base law"
  public static let assumptions =
    "One coverage theta for all particles; a unit needs m free sites side by side. The same "
    + "ligands slow attachment and detachment, so that no balance shifts."
  public static let source =
    "S. Mozaffari et al., Nanoscale 9, 13772 (2017); "
    + "Nanoscale Adv. 1, 4052 (2019), doi:10.1039/C9NA00348G"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "blocking_exponent", \.blockingExponent, .dimensionless, "m: free sites that a unit needs",
      default: 1, isPositive: true)
  ]

  public var reads: MediumVariables { base.reads.union([.temperature, .coverage]) }
  public var hasSurfaceStep: Bool { base.hasSurfaceStep }

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    base.attachment(of: particle, taking: step, in: gated(medium))
  }

  public func tabulate(
    _ table: inout MutableSpan<Double>, of particles: Span<Particle<Double>>,
    taking steps: Span<GrowthStep<Double>>, in medium: Medium<Double>
  ) {
    base.tabulate(&table, of: particles, taking: steps, in: gated(medium))
  }

  public func tabulate(
    _ table: inout MutableSpan<Dual>, of particles: Span<Particle<Dual>>,
    taking steps: Span<GrowthStep<Dual>>, in medium: Medium<Dual>
  ) {
    base.tabulate(&table, of: particles, taking: steps, in: gated(medium))
  }

  /// The medium as the base law meets it.
  private func gated<Value: Scalar>(_ medium: Medium<Value>) -> Medium<Value> {
    let free = 1 - medium.coverage
    var gated = medium
    gated.openSurface =
      free.value > 0
      ? medium.openSurface * Value.pow(free, medium(blockingExponent)) : Value(0)
    return gated
  }
}
