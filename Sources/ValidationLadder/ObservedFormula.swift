import Materials
import Observation
import Synthesis
import Units

/// What instruments would show, read at one set of inputs.
enum ObservedFormula: String, CaseIterable {
  /// I(q) of particles of one size or of a distribution in closed form.
  case intensity
  /// I(q) by the kernel over bins of a distribution, each with its exact share.
  case kernel
  /// The sizing curve of a material, and linewidths that follow from it.
  case sizing
  /// What atoms scatter.
  case scatteringLengthDensity = "scattering-length-density"
  /// Of hard spheres.
  case structureFactor = "structure-factor"

  /// What it gives: names and units.
  var results: [(name: String, unit: String?)] {
    switch self {
    case .intensity:
      [
        ("intensity", "1/cm"), ("gyration", "angstrom"), ("invariant", "1/(cm angstrom^3)"),
      ]
    case .kernel: [("intensity", "1/cm")]
    case .sizing:
      [
        ("energy", "eV"), ("slope", "eV/nm"), ("inhomogeneous", "meV"), ("linewidth", "meV"),
      ]
    case .scatteringLengthDensity:
      [("real", "1/angstrom^2"), ("imaginary", "1/angstrom^2")]
    case .structureFactor: [("structure_factor", nil)]
    }
  }

  /// One of its results, in the unit stated; nil where an input is missing.
  func value(of result: String, _ inputs: [String: String]) throws(UnitsError) -> Double? {
    let read = ObservedInputs(inputs)
    switch self {
    case .intensity:
      guard let sample = try ObservedSample(read) else { return nil }
      if result == "gyration" { return sample.gyration * 1e10 }
      // 1/m⁴ as 1/(cm Å³).
      if result == "invariant" { return sample.invariant * 1e-32 }
      guard let q = try read.quantity("q", .wavenumber) else { return nil }
      return sample.intensity(at: q) / 100
    case .kernel:
      guard let sample = try ObservedSample(read), let q = try read.quantity("q", .wavenumber),
        let bins = try read.quantity("bins", .dimensionless)
      else { return nil }
      return sample.intensity(at: q, bins: Int(bins)) / 100
    case .sizing: return try Self.sizing(result, read)
    case .scatteringLengthDensity: return try Self.density(result, read)
    case .structureFactor:
      guard let q = try read.quantity("q", .wavenumber),
        let radius = try read.quantity("radius", .length),
        let fraction = try read.quantity("volume_fraction", .dimensionless)
      else { return nil }
      return HardSpheres.structureFactor(q, radius: radius, volumeFraction: fraction)
    }
  }

  private static let electronvolt = 1.602_176_634e-19

  private static func sizing(
    _ result: String, _ read: ObservedInputs
  ) throws(UnitsError) -> Double? {
    guard let curve = try? SizingCurve.named(read.inputs["curve"] ?? ""),
      let diameter = try read.quantity("diameter", .length),
      let energy = try? curve.energy(ofDiameter: diameter)
    else { return nil }
    let slope = curve.slope(atDiameter: diameter)
    switch result {
    case "energy": return energy / electronvolt
    case "slope": return slope / electronvolt * 1e-9
    default:
      let share = try read.quantity("dispersion", .dimensionless) ?? 0
      let inhomogeneous = LineShape.inhomogeneousWidth(
        slope: slope, diameterSD: share * diameter)
      guard result == "linewidth" else { return inhomogeneous / electronvolt * 1e3 }
      guard let single = try read.quantity("line_width", .energy) else { return nil }
      return LineShape.gaussian.width(single: single, inhomogeneous: inhomogeneous)
        / electronvolt * 1e3
    }
  }

  private static func density(
    _ result: String, _ read: ObservedInputs
  ) throws(UnitsError) -> Double? {
    guard let formula = try? ChemicalFormula(read.inputs["formula"] ?? ""),
      let mass = try read.quantity("density", .massDensity),
      let energy = try read.quantity("photon_energy", .energy),
      let substance = try? Substance(formula, density: mass),
      let density = try? substance.scattering(at: energy / electronvolt)
    else { return nil }
    return (result == "real" ? density.real : density.imaginary) * 1e-20
  }
}

/// Inputs of a row by name, as they are written.
struct ObservedInputs {
  let inputs: [String: String]

  init(_ inputs: [String: String]) { self.inputs = inputs }

  func quantity(_ name: String, _ dimension: Dimension) throws(UnitsError) -> Double? {
    guard let text = inputs[name] else { return nil }
    return try dimension.parse(text)
  }
}
