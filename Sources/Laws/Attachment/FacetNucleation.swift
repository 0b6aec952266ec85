public import Kinetics
import Units

/// Attachment to crystals whose facets grow layer by layer.
///
///     a(n) = 4πr² k g(σ),  σ = |ln(c/c_eq(n))|
///     island   g = exp(-B/σ),  B = π γ_e² v_m/h / (kT)²
///     spiral   g = (σ/σ1) tanh(σ1/σ),  σ1 = 2π γ_e v_m/h / (kT x_s)
///
/// A layer starts as a disc of the height h, whose edge costs γ_e per length and whose barrier is
/// π γ_e² (v_m/h)/(kT σ), or never ends where a screw dislocation carries it. v_m/h is the area of a
/// unit in its layer. The driving force is that of the particle itself, so that nothing attaches or
/// leaves where it is in balance, and layers of vacancies open as layers of units do.
/// W. K. Burton, N. Cabrera, F. C. Frank, *Phil. Trans. R. Soc. A* **243**, 299 (1951),
/// doi:10.1098/rsta.1951.0006; on the facets of nanocrystals A. S. Mule et al.,
/// *J. Am. Chem. Soc.* **143**, 2037 (2021), doi:10.1021/jacs.0c12185.
public struct FacetNucleation: AttachmentLaw {
  /// How a layer starts.
  public enum Form: String, Sendable, CaseIterable {
    case island
    case spiral
  }

  public var form = Form.island
  public var surfaceRateConstant = Coefficient(0)
  public var edgeEnergy = Coefficient(0)
  public var stepHeight = Coefficient(0)
  public var diffusionLength = Coefficient(0)

  public init() {}

  public static let name = "facet-nucleation"
  public static let summary = "Facets grow layer by layer, and each layer has to start."
  public static let equation =
    "a(n) = 4 pi r_n^2 k g(s), s = |ln(c/c_eq(n))|;  "
    + "island: g = exp(-B/s), B = pi gamma_e^2 (v_m/h)/(kT)^2;  "
    + "spiral: g = (s/s1) tanh(s1/s), s1 = 2 pi gamma_e (v_m/h)/(kT x_s)"
  public static let assumptions =
    "Discs on facets larger than the critical disc; a layer once started is completed at once; "
    + "g = 0 in balance and 1 far from it or for a solid that does not dissolve. Also clusters have "
    + "facets here, so that the critical one hardly moves: for seeded growth or after a closure."
  public static let source =
    "W. K. Burton, N. Cabrera, F. C. Frank, Phil. Trans. R. Soc. A 243, 299 (1951), "
    + "doi:10.1098/rsta.1951.0006; A. S. Mule et al., J. Am. Chem. Soc. 143, 2037 (2021), "
    + "doi:10.1021/jacs.0c12185"
  public static let choices: [Choice<Self>] = [
    Choice("form", \.form, "how a layer starts", default: .island)
  ]
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_rate_constant", \.surfaceRateConstant, .velocity,
      "k: attachment per area of a rough crystal and concentration of solute"),
    Parameter("edge_energy", \.edgeEnergy, .edgeEnergy, "gamma_e: energy of the edge of a layer"),
    Parameter("step_height", \.stepHeight, .length, "h: height of a layer", isPositive: true),
    Parameter(
      "diffusion_length", \.diffusionLength, .length,
      "x_s: how far a unit moves on the facet before it leaves", isPositive: true,
      of: [Form.spiral.rawValue]),
  ]

  public var reads: MediumVariables { [.temperature, .solute] }

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    particle.area * medium(surfaceRateConstant) * medium.openSurface
      * share(of: particle, taking: step, in: medium)
  }

  /// What a facet takes up of what a rough surface would: g.
  private func share<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    guard step.equilibrium.value > 0, medium.solute.value > 0 else { return Value(1) }
    let logarithm = Value.log(medium.solute / step.equilibrium)
    let drive = logarithm.value < 0 ? -logarithm : logarithm
    let edge = medium(edgeEnergy) / medium.thermalEnergy
    let area = particle.volumePerUnit / medium(stepHeight)
    switch form {
    case .island:
      let barrier = Double.pi * edge * edge * area
      // Beyond this e^(-B/σ) is zero with all its derivatives.
      guard barrier.value < 700 * drive.value else { return Value(0) }
      return Value.exp(-(barrier / drive))
    case .spiral:
      let turn = 2 * Double.pi * edge * area / medium(diffusionLength)
      guard turn.value > 0 else { return Value(1) }
      guard drive.value > 0 else { return Value(0) }
      return drive / turn * Value.tanh(turn / drive)
    }
  }
}
