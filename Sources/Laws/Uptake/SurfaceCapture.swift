public import Kinetics
import Units

/// Dopants that adsorb, stay for a while, and are buried where the crystal grows faster than they leave.
///
///     u = σ a(n),  d = 1/τ,  τ = exp(E_b/kT)/ν
///     β = max(0, v_m ṅ/4πr²)/h
///     ε = max(0, -ṅ)/n + π² D/r² [1 - exp(-E_x(r)/kT)],  E_x(r) = E_1 (1 nm/2r)^p
///
/// A dopant that adsorbed stays with the probability [1 + h/(G τ)]^-1, G = dr/dt. S. C. Erwin et al.,
/// *Nature* **436**, 91 (2005), doi:10.1038/nature03832. The smaller a crystal, the more a dopant
/// inside costs: G. M. Dalpian, J. R. Chelikowsky, *Phys. Rev. Lett.* **96**, 226802 (2006),
/// doi:10.1103/PhysRevLett.96.226802. It leaves by its slowest mode of diffusion in a sphere; what
/// comes back the same way, by detailed balance exp(-E_x/kT) of it where inside and surface are
/// equally full, is taken off.
public struct SurfaceCapture: UptakeLaw {
  /// How long a dopant stays on the surface.
  public enum Residence: String, Sendable, CaseIterable {
    case time
    case binding
  }

  public var residence = Residence.time
  public var sticking = Coefficient(1)
  public var residenceTime = Coefficient(0)
  public var bindingEnergy = Coefficient(0)
  public var attemptFrequency = Coefficient(1e13)
  public var layerThickness = Coefficient(0)
  public var diffusivity = Coefficient(0)
  public var expulsionEnergy = Coefficient(0)
  public var referenceDiameter = Coefficient(1e-9)
  public var exponent = Coefficient(1)

  public init() {}

  public static let name = "surface-capture"
  public static let summary =
    "Dopants adsorb, leave again or are buried by growth, and are expelled from small crystals."
  public static let equation =
    "u = sigma a(n), d = 1/tau, beta = max(0, v_m dn/dt/(4 pi r^2))/h, "
    + "epsilon = max(0, -dn/dt)/n + pi^2 D/r^2 [1 - exp(-E_x(r)/kT)];  "
    + "tau = exp(E_b/kT)/nu, E_x(r) = E_1 (d_1/2r)^p"
  public static let assumptions =
    "Dopants reach the surface as solute does, and do not feel each other; dn/dt is growth net of "
    + "detachment. Dissolution exposes what is buried evenly. Expulsion is net of the way back, "
    + "which at equal filling of inside and surface is exp(-E_x/kT) of the way out."
  public static let source =
    "S. C. Erwin et al., Nature 436, 91 (2005), doi:10.1038/nature03832; "
    + "G. M. Dalpian, J. R. Chelikowsky, Phys. Rev. Lett. 96, 226802 (2006), "
    + "doi:10.1103/PhysRevLett.96.226802"
  public static let choices: [Choice<Self>] = [
    Choice(
      "residence", \.residence, "what says how long a dopant stays on the surface", default: .time)
  ]
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "sticking", \.sticking, .dimensionless, "sigma: uptake over that of solute", default: 1),
    Parameter(
      "residence_time", \.residenceTime, .time, "tau: how long a dopant stays on the surface",
      isPositive: true, of: [Residence.time.rawValue]),
    Parameter(
      "binding_energy", \.bindingEnergy, .energy, "E_b: of a dopant on the surface",
      of: [Residence.binding.rawValue]),
    Parameter(
      "attempt_frequency", \.attemptFrequency, .firstOrderRate, "nu: attempts to leave the surface",
      default: 1e13, isPositive: true, of: [Residence.binding.rawValue]),
    Parameter(
      "layer_thickness", \.layerThickness, .length,
      "h: growth that buries a dopant; where it is zero, v_m^(1/3)", default: 0),
    Parameter(
      "diffusivity", \.diffusivity, .diffusivity, "D: of a dopant inside the crystal", default: 0),
    Parameter(
      "expulsion_energy", \.expulsionEnergy, .energy,
      "E_1: what a dopant costs inside a crystal of the diameter d_1, over the surface", default: 0),
    Parameter(
      "reference_diameter", \.referenceDiameter, .length, "d_1", default: 1e-9, isPositive: true),
    Parameter(
      "exponent", \.exponent, .dimensionless, "p: how that cost falls with size", default: 1),
  ]

  public var entersSurface: Bool { true }
  public var isIrreversible: Bool { false }

  public func rates<Value: Scalar>(
    of particle: Particle<Value>, growing host: HostGrowth<Value>, in medium: Medium<Value>
  ) -> UptakeRates<Value> {
    let growth = host.netUnits
    let thickness =
      layerThickness.value > 0
      ? medium(layerThickness) : Value.root(Value(particle.volumePerUnit), 3)
    let buried =
      growth.value > 0
      ? particle.volumePerUnit * growth / (particle.area * thickness) : Value(0)
    let bared = growth.value < 0 ? -growth / particle.units : Value(0)
    return UptakeRates(
      uptake: medium(sticking) * host.attachment, desorption: desorption(in: medium),
      burial: buried, exposure: bared + expulsion(from: particle, in: medium))
  }

  private func desorption<Value: Scalar>(in medium: Medium<Value>) -> Value {
    switch residence {
    case .time: 1 / medium(residenceTime)
    case .binding:
      medium(attemptFrequency) * Value.exp(-(medium(bindingEnergy) / medium.thermalEnergy))
    }
  }

  /// π² D/r² [1 - exp(-E_x/kT)].
  private func expulsion<Value: Scalar>(
    from particle: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    guard diffusivity.value > 0 else { return Value(0) }
    let radius = particle.radius
    let shrinking = Value.pow(medium(referenceDiameter) / (2 * radius), medium(exponent))
    let cost = medium(expulsionEnergy) * shrinking / medium.thermalEnergy
    return .pi * .pi * medium(diffusivity) / (radius * radius) * (1 - Value.exp(-cost))
  }
}
