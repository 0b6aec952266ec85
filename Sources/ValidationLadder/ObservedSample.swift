import Foundation
import Observation
import Units

/// Particles in a closed form, of which instruments show something.
struct ObservedSample {
  private let form: any FormFactor
  private let spread: SizeSpread?
  /// Of the core, m.
  private let radius: Double
  private let volumeFraction: Double

  /// Nil where an input is missing, or names nothing that is known.
  init?(_ read: ObservedInputs) throws(UnitsError) {
    guard let radius = try read.quantity("radius", .length),
      let fraction = try read.quantity("volume_fraction", .dimensionless),
      let contrast = try read.quantity("contrast", .scatteringLengthDensity),
      let form = try Self.form(read, ScatteringLengthDensity(contrast))
    else { return nil }
    self.radius = radius
    volumeFraction = fraction
    self.form = form
    let dispersion = try read.quantity("dispersion", .dimensionless) ?? 0
    switch read.inputs["spread"] {
    case "schulz": spread = .schulz(mean: radius, dispersion: dispersion)
    case "lognormal": spread = .lognormal(median: radius, width: dispersion)
    case "gaussian": spread = .gaussian(mean: radius, dispersion: dispersion)
    case nil, "none": spread = nil
    default: return nil
    }
  }

  private static func form(
    _ read: ObservedInputs, _ contrast: ScatteringLengthDensity
  ) throws(UnitsError) -> (any FormFactor)? {
    switch read.inputs["form"] ?? "sphere" {
    case "sphere": return Sphere(contrast: contrast)
    case "cube": return Cube(contrast: contrast)
    case "superball":
      guard let exponent = try read.quantity("exponent", .dimensionless) else { return nil }
      return Superball(contrast: contrast, exponent: exponent)
    case "core-shell":
      guard let thickness = try read.quantity("shell_thickness", .length),
        let shell = try read.quantity("shell_contrast", .scatteringLengthDensity)
      else { return nil }
      return LayeredSphere(
        core: contrast,
        layers: [.init(thickness: thickness, contrast: ScatteringLengthDensity(shell))])
    default: return nil
    }
  }

  /// Particles per volume, 1/m³: the volume fraction is that of core and shell.
  private var number: Double {
    func volume(_ radius: Double) -> Double {
      let outer = radius + form.overhang
      return 4 * .pi / 3 * outer * outer * outer
    }
    return volumeFraction / (spread?.mean(of: volume) ?? volume(radius))
  }

  /// 1/m.
  func intensity(at q: Double) -> Double {
    guard let spread else {
      return number
        * form.prepared(upTo: q * radius).scattering(ofRadius: radius, at: q).intensity
    }
    return spread.intensity(form, number: number, at: q)
  }

  /// The same summed by the kernel over bins of equal width, each with the share of particles in it.
  func intensity(at q: Double, bins: Int) -> Double {
    guard let spread else { return .nan }
    let top = 3 * radius
    let edges = (0...bins).map { top * Double($0) / Double(bins) }
    let kernel = ScatteringKernel(form, q: [q], bins: SizeBins(edges: edges))
    let shares = zip(edges, edges.dropFirst()).map { spread.share(between: $0, and: $1) }
    return kernel.intensity(of: shares.map { $0 * number })[0]
  }

  /// R_g from the slope of ln I against q², extrapolated to q = 0 from two of them, m.
  var gyration: Double {
    let forward = intensity(at: 1e-6 / radius)
    let squares = [0.1, 0.05].map { place in
      let q = place / radius
      return -3 * log(intensity(at: q) / forward) / (q * q)
    }
    return ((4 * squares[1] - squares[0]) / 3).squareRoot()
  }
}
