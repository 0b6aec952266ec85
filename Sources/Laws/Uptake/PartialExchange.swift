public import Kinetics
import Units

/// Ions that take the place of a few of the crystal's own, the first of them slower or faster.
///
///     u(m) = k/N_A x            m = 0
///     u(m) = f k/N_A (x - m)    m > 0
///
/// x is the number of sites: all units of the crystal, those at its surface, or one for the whole
/// crystal, which is then never full. A first ion that makes room for others, f > 1, leaves crystals
/// either empty or full: S. L. White, J. G. Smith, M. Behl, P. K. Jain, *Nat. Commun.* **4**, 2933
/// (2013), doi:10.1038/ncomms3933 (Cu+ into CdSe). Charged ions that repel the next, f < 1, keep
/// numbers even: F. D. Ott, L. L. Spiegel, D. J. Norris, S. C. Erwin, *Phys. Rev. Lett.* **113**, 156803
/// (2014), doi:10.1103/PhysRevLett.113.156803; few Ag+ a crystal: A. Sahu et al., *Nano Lett.* **12**,
/// 2587 (2012), doi:10.1021/nl300880g. At the best moment the share of crystals with exactly one is
/// f^(f/(1-f)), where sites are many.
public struct PartialExchange: UptakeLaw {
  /// What the number of sites grows with.
  public enum Extent: String, Sendable, CaseIterable {
    case volume
    case surface
    case particle
  }

  public var extent = Extent.volume
  public var rateConstant = Coefficient(0)
  public var cooperativity = Coefficient(1)

  public init() {}

  public static let name = "partial-exchange"
  public static let summary =
    "Ions take the place of the crystal's own, the first at another rate than those that follow."
  public static let equation =
    "u(0) = k x/N_A, u(m > 0) = f k (x - m)/N_A;  x = n, 4 pi r^2/v_m^(2/3), or 1 without limit"
  public static let assumptions =
    "Few of the crystal's ions are exchanged, so that it stays what it is, and what leaves is not "
    + "counted. An ion inside stays; all sites are equal, and any ion helps or hinders all others."
  public static let source =
    "S. L. White, J. G. Smith, M. Behl, P. K. Jain, Nat. Commun. 4, 2933 (2013), "
    + "doi:10.1038/ncomms3933; A. Sahu et al., Nano Lett. 12, 2587 (2012), doi:10.1021/nl300880g; "
    + "F. D. Ott et al., Phys. Rev. Lett. 113, 156803 (2014), doi:10.1103/PhysRevLett.113.156803"
  public static let choices: [Choice<Self>] = [
    Choice("scales_with", \.extent, "what the number of sites is", default: .volume)
  ]
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "rate_constant", \.rateConstant, .secondOrderRate, "k: per site of an empty crystal"),
    Parameter(
      "cooperativity", \.cooperativity, .dimensionless,
      "f: rate of the second and later ones over that of the first", default: 1),
  ]

  public var entersSurface: Bool { false }
  public var isIrreversible: Bool { true }

  public func rates<Value: Scalar>(
    of particle: Particle<Value>, growing host: HostGrowth<Value>, in medium: Medium<Value>
  ) -> UptakeRates<Value> {
    let rate = medium(rateConstant) / PhysicalConstants.avogadro
    let sites: Value? =
      switch extent {
      case .volume: particle.units
      case .surface:
        particle.area / Value.pow(Value(particle.volumePerUnit), 2.0 / 3)
      case .particle: nil
      }
    return UptakeRates(
      uptake: sites.map { rate * $0 } ?? rate, cooperativity: medium(cooperativity),
      sites: sites ?? Value(.infinity))
  }
}
