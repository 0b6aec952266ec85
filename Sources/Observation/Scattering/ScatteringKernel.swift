import Kinetics
public import LinearAlgebra

/// What one particle of each bin of sizes scatters, at each wavenumber: made once for a form, its
/// contrast and the bins, and then the intensity is a product with the numbers in the bins.
///
///     I(q) = Σ_i n_i ⟨⟨|A(q)|²⟩⟩_i
///
/// The inner average is over the bin, by Gauss' quadrature with as many nodes as the wave across the bin
/// asks for: the middle of a bin in its place would oscillate where q Δr exceeds one. Numbers are per
/// volume, 1/m³, intensities cross-sections per volume, 1/m.
public struct ScatteringKernel: Sendable {
  /// 1/m.
  public let q: [Double]
  public let bins: SizeBins
  /// m²: a column for each bin.
  public let intensities: DenseMatrix
  /// ⟨A⟩ of each bin, m, real and imaginary; only where asked for.
  let amplitudes: (real: DenseMatrix, imaginary: DenseMatrix)?

  /// - Parameter keepsAmplitudes: whether mean amplitudes are kept, for structure factors.
  public init(
    _ form: any FormFactor, q: [Double], bins: SizeBins, keepsAmplitudes: Bool = false
  ) {
    self.q = q
    self.bins = bins
    let highest = q.max() ?? 0
    let form = form.prepared(upTo: highest * bins.largest)
    var (intensities, real, imaginary) = ([Double](), [Double](), [Double]())
    intensities.reserveCapacity(q.count * bins.count)
    for bounds in bins.bounds {
      let nodes = Self.nodes(of: bounds, highest)
      for q in q {
        let mean = Self.mean(of: form, over: nodes, at: q)
        intensities.append(mean.intensity)
        guard keepsAmplitudes else { continue }
        real.append(mean.amplitude.real)
        imaginary.append(mean.amplitude.imaginary)
      }
    }
    self.intensities = DenseMatrix(rows: q.count, columns: bins.count, storage: intensities)
    amplitudes =
      keepsAmplitudes
      ? (
        DenseMatrix(rows: q.count, columns: bins.count, storage: real),
        DenseMatrix(rows: q.count, columns: bins.count, storage: imaginary)
      ) : nil
  }

  private init(q: [Double], bins: SizeBins, intensities: DenseMatrix) {
    self.q = q
    self.bins = bins
    self.intensities = intensities
    amplitudes = nil
  }

  /// The intensities (1/m) at all wavenumbers, one frame after another.
  ///
  /// Linear in the numbers (1/m³), which stand frame after frame too: what holds for numbers holds for
  /// their derivatives. Allocates nothing where the result has its size.
  public func intensity(of numbers: [Double], frames: Int, into result: inout [Double]) {
    intensities.multiply(numbers, count: frames, into: &result)
  }

  /// What one particle of a bin scatters, m², at each wavenumber.
  public func intensities(ofBin bin: Int) -> ArraySlice<Double> {
    intensities.storage[bin * q.count..<(bin + 1) * q.count]
  }

  /// The intensities (1/m) of one frame.
  public func intensity(of numbers: [Double]) -> [Double] {
    var result: [Double] = []
    intensity(of: numbers, frames: 1, into: &result)
    return result
  }

  /// The kernel as an instrument of this resolution sees it, made at the wavenumbers that it mixes.
  public func smeared(by resolution: Resolution) -> ScatteringKernel {
    var smeared: [Double] = []
    resolution.smear(intensities.storage, count: bins.count, into: &smeared)
    return ScatteringKernel(
      q: resolution.q, bins: bins,
      intensities: DenseMatrix(rows: resolution.q.count, columns: bins.count, storage: smeared))
  }

  // MARK: - Averages over a bin

  /// Enough to 1e-9 for a narrow bin.
  private static let narrowRule = GaussLegendre(3)

  private static func nodes(
    of bounds: ClosedRange<Double>, _ q: Double
  ) -> [(radius: Double, weight: Double)] {
    let width = bounds.upperBound - bounds.lowerBound
    guard width > 0 else { return [(bounds.lowerBound, 1)] }
    let isNarrow = q * width < 0.15 && width < 0.01 * bounds.lowerBound
    let rule = isNarrow ? narrowRule : GaussLegendre(5 + Int((q * width).rounded(.up)))
    return zip(rule.nodes, rule.weights).map { (bounds.lowerBound + width * $0, $1) }
  }

  private static func mean(
    of form: any FormFactor, over nodes: [(radius: Double, weight: Double)], at q: Double
  ) -> ParticleScattering {
    var mean = ParticleScattering(amplitude: .zero, intensity: 0)
    for node in nodes {
      let scattering = form.scattering(ofRadius: node.radius, at: q)
      mean.amplitude = mean.amplitude + node.weight * scattering.amplitude
      mean.intensity += node.weight * scattering.intensity
    }
    return mean
  }
}
