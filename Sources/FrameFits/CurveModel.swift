import Inference
import Observation
import Optimizers
import RealModule

/// The curve of one frame: spheres after Schulz, a precursor after Guinier, a background.
///
///     I(q) = A P(q; R, p) + C exp(-q² R_g²/3) + B
///
/// Lengths among its parameters are in nm. A = φ Δρ², so that volume is A/Δρ² and number A/(Δρ² ⟨V⟩).
struct CurveModel: ResidualModel {
  /// What a parameter is, and where it stands among those of the model.
  enum Role: String, CaseIterable {
    case radius
    case dispersion
    case scale
    case cluster
    case clusterRadius = "cluster radius"
    case background
  }

  let curve: FrameCurve
  let parameters: [FitParameter]
  let roles: [Role]
  /// R_g where it is no parameter, m.
  let fixedClusterRadius: Double

  func place(_ role: Role) -> Int? { roles.firstIndex(of: role) }

  func value(_ role: Role, _ values: [Double]) -> Double? { place(role).map { values[$0] } }

  func residuals(at values: [Double]) throws(ModelFailure) -> [Double] {
    let spheres = spheres(values)
    let scale = value(.scale, values) ?? 0
    let cluster = value(.cluster, values) ?? 0
    let gyration = value(.clusterRadius, values).map { $0 * nanometre } ?? fixedClusterRadius
    let background = value(.background, values) ?? 0
    let rest = curve.q.indices.map { place in
      let q = curve.q[place]
      var intensity = background
      if let spheres { intensity += scale * spheres.intensity(at: q) }
      if cluster != 0 { intensity += cluster * guinier(q, gyration) }
      return (intensity - curve.intensity[place]) / curve.deviation[place]
    }
    guard rest.allSatisfy(\.isFinite) else {
      throw ModelFailure("the curve is not a number at \(values)")
    }
    return rest
  }

  func spheres(_ values: [Double]) -> SchulzSpheres? {
    guard let radius = value(.radius, values), let dispersion = value(.dispersion, values) else {
      return nil
    }
    return SchulzSpheres(mean: radius * nanometre, dispersion: dispersion)
  }
}

/// Guinier's law, of one at q = 0.
func guinier(_ q: Double, _ gyration: Double) -> Double {
  Double.exp(-q * q * gyration * gyration / 3)
}

let nanometre = 1e-9
