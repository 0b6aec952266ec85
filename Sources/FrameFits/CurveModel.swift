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
    let parts = Parts(self, values)
    let rest = curve.q.indices.map { place in
      let q = curve.q[place]
      var intensity = parts.background
      if let spheres = parts.spheres { intensity += parts.scale * spheres.intensity(at: q) }
      if parts.cluster != 0 { intensity += parts.cluster * guinier(q, parts.gyration) }
      return (intensity - curve.intensity[place]) / curve.deviation[place]
    }
    return try checked(rest, values)
  }

  func linearization(at values: [Double]) throws(ModelFailure) -> Evaluation? {
    let parts = Parts(self, values)
    var rest = [Double]()
    rest.reserveCapacity(curve.q.count)
    var slopes = [Double]()
    slopes.reserveCapacity(curve.q.count * roles.count)
    for (row, q) in curve.q.enumerated() {
      let (deviation, response) = (curve.deviation[row], parts.spheres?.response(at: q))
      let bend = parts.gyration > 0 ? guinier(q, parts.gyration) : 0
      let intensity =
        parts.background + parts.scale * (response?.intensity ?? 0) + parts.cluster * bend
      rest.append((intensity - curve.intensity[row]) / deviation)
      for (column, role) in roles.enumerated() {
        let slope =
          switch role {
          case .radius: parts.scale * (response?.byLogarithmOfMean ?? 0) / values[column]
          case .dispersion: parts.scale * (response?.byDispersion ?? 0)
          case .scale: response?.intensity ?? 0
          case .cluster: bend
          case .clusterRadius:
            -2.0 / 3 * q * q * parts.gyration * nanometre * parts.cluster * bend
          case .background: 1.0
          }
        slopes.append(slope / deviation)
      }
    }
    return Evaluation(
      residuals: try checked(rest, values),
      jacobian: DenseMatrix(rowCount: rest.count, columnCount: roles.count, entries: slopes))
  }

  private func checked(
    _ residuals: [Double], _ values: [Double]
  ) throws(ModelFailure) -> [Double] {
    guard residuals.allSatisfy(\.isFinite) else {
      throw ModelFailure("the curve is not a number at \(values)")
    }
    return residuals
  }

  /// What stands for each term at values.
  private struct Parts {
    let spheres: SchulzSpheres?
    let scale: Double
    let cluster: Double
    /// m.
    let gyration: Double
    let background: Double

    init(_ model: CurveModel, _ values: [Double]) {
      spheres = model.spheres(values)
      scale = model.value(.scale, values) ?? 0
      cluster = model.value(.cluster, values) ?? 0
      gyration =
        model.value(.clusterRadius, values).map { $0 * nanometre } ?? model.fixedClusterRadius
      background = model.value(.background, values) ?? 0
    }
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
