import Foundation
import Kinetics
import Observation
import Synthesis
import Units

/// Particles in a closed form, of which instruments show something.
struct ObservedSample {
  private let form: any FormFactor
  private let spread: Spread
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
    case "schulz": spread = .closed(.schulz(mean: radius, dispersion: dispersion))
    case "lognormal": spread = .closed(.lognormal(median: radius, width: dispersion))
    case "gaussian": spread = .closed(.gaussian(mean: radius, dispersion: dispersion))
    case nil, "none": spread = .none
    case let name?:
      guard let ripened = RipenedSizes(rawValue: name) else { return nil }
      spread = .ripened(BinnedShares(ripened, mean: radius))
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
    let mean =
      switch spread {
      case .none: volume(radius)
      case .closed(let spread): spread.mean(of: volume)
      case .ripened(let shares): shares.mean(of: volume)
      }
    return volumeFraction / mean
  }

  /// 1/m.
  func intensity(at q: Double) -> Double {
    switch spread {
    case .none:
      return number
        * form.prepared(upTo: q * radius).scattering(ofRadius: radius, at: q).intensity
    case .closed(let spread): return spread.intensity(form, number: number, at: q)
    case .ripened(let shares): return intensity(of: shares, at: q)
    }
  }

  /// The same summed by the kernel over bins of equal width, each with the share of particles in it.
  func intensity(at q: Double, bins: Int) -> Double {
    guard case .closed(let spread) = spread else { return .nan }
    return intensity(of: BinnedShares(spread, upTo: 3 * radius, count: bins), at: q)
  }

  private func intensity(of shares: BinnedShares, at q: Double) -> Double {
    let kernel = ScatteringKernel(form, q: [q], bins: SizeBins(edges: shares.edges))
    return kernel.intensity(of: shares.shares.map { $0 * number })[0]
  }

  /// ∫q² I dq, 1/m⁴, of sizes so wide that at q R = 300 nothing swings: from there on the tail is
  /// Porod's.
  var invariant: Double {
    let rule = GaussLegendre(10)
    let width = 2 / radius
    let end = 150 * width
    var sum = 0.0
    for panel in 0..<150 {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let q = (Double(panel) + node) * width
        sum += weight * width * q * q * intensity(at: q)
      }
    }
    return sum + end * end * end * intensity(at: end)
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

extension ObservedSample {
  private enum Spread {
    /// All of one size.
    case none
    case closed(SizeSpread)
    /// The shape that ripening tends to, as the kernel sees it.
    case ripened(BinnedShares)
  }
}

/// How many particles are in each of many bins of radius, as shares.
private struct BinnedShares {
  /// m.
  let edges: [Double]
  let shares: [Double]

  init(_ spread: SizeSpread, upTo top: Double, count: Int) {
    let edges = (0...count).map { top * Double($0) / Double(count) }
    self.edges = edges
    shares = zip(edges, edges.dropFirst()).map { spread.share(between: $0, and: $1) }
  }

  /// 4,000 bins up to the largest size there is.
  init(_ ripened: RipenedSizes, mean: Double) {
    let ratios = (0...4000).map { ripened.cutoff * Double($0) / 4000 }
    edges = ratios.map { $0 / ripened.mean * mean }
    shares = zip(ratios, ratios.dropFirst()).map { ripened.below($1) - ripened.below($0) }
  }

  /// ⟨g⟩ over the number of particles, even within a bin, for g of up to the third power.
  func mean(of quantity: (Double) -> Double) -> Double {
    zip(zip(edges, edges.dropFirst()), shares).reduce(0) { sum, bin in
      let ((lower, upper), share) = bin
      let middle = quantity(0.5 * (lower + upper))
      return sum + share * (quantity(lower) + 4 * middle + quantity(upper)) / 6
    }
  }
}
