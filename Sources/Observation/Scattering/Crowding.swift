import LinearAlgebra
import RealModule

/// Particles that keep one another at a distance, as hard spheres.
public struct Crowding: Sendable, Hashable {
  public var mixing: HardSpheres.Mixing
  /// How far the hard sphere reaches beyond the crystal, m.
  public var shell: Double
  /// The share of the volume that hard spheres fill; nil for what follows from the particles.
  public var volumeFraction: Double?

  public init(
    mixing: HardSpheres.Mixing = .decoupling, shell: Double = 0, volumeFraction: Double? = nil
  ) {
    self.mixing = mixing
    self.shell = shell
    self.volumeFraction = volumeFraction
  }

  /// Beyond this hard spheres crystallise, and the equation of the fluid has no meaning.
  ///
  /// W. G. Hoover, F. H. Ree, *J. Chem. Phys.* **49**, 3609 (1968), doi:10.1063/1.1670641.
  public static let freezing = 0.494

  /// Of the numbers in bins of sizes (1/m³), the share of the volume that they fill.
  public func volumeFraction(of numbers: [Double], in bins: SizeBins) -> Double {
    volumeFraction
      ?? zip(numbers, bins.bounds).reduce(0) { $0 + $1.0 * SphereAmplitude.volume(reach(of: $1.1)) }
  }

  /// The intensity (1/m) of one frame; the kernel keeps amplitudes where they are decoupled.
  public func intensity(of numbers: [Double], by kernel: ScatteringKernel) -> [Double] {
    let fraction = volumeFraction(of: numbers, in: kernel.bins)
    switch mixing {
    case .decoupling: return decoupled(numbers, kernel, fraction)
    case .localMonodisperse: return local(numbers, kernel, fraction)
    }
  }

  private func reach(of bounds: ClosedRange<Double>) -> Double {
    0.5 * (bounds.lowerBound + bounds.upperBound) + shell
  }

  private func decoupled(
    _ numbers: [Double], _ kernel: ScatteringKernel, _ fraction: Double
  ) -> [Double] {
    let free = kernel.intensity(of: numbers)
    let number = numbers.reduce(0, +)
    guard let amplitudes = kernel.amplitudes, number > 0 else { return free }
    let cubes = zip(numbers, kernel.bins.bounds).reduce(0) {
      $0 + $1.0 * Double.pow(reach(of: $1.1), 3)
    }
    let radius = (cubes / number).cubeRoot
    var (real, imaginary) = ([Double](), [Double]())
    amplitudes.real.multiply(numbers, count: 1, into: &real)
    amplitudes.imaginary.multiply(numbers, count: 1, into: &imaginary)
    return kernel.q.indices.map { place in
      let order = HardSpheres.structureFactor(
        kernel.q[place], radius: radius, volumeFraction: fraction)
      let mean = (real[place] * real[place] + imaginary[place] * imaginary[place]) / number
      return free[place] + mean * (order - 1)
    }
  }

  private func local(
    _ numbers: [Double], _ kernel: ScatteringKernel, _ fraction: Double
  ) -> [Double] {
    var sum = [Double](repeating: 0, count: kernel.q.count)
    for (bin, bounds) in kernel.bins.bounds.enumerated() where numbers[bin] != 0 {
      let radius = reach(of: bounds)
      for place in sum.indices {
        let order = HardSpheres.structureFactor(
          kernel.q[place], radius: radius, volumeFraction: fraction)
        sum[place] +=
          numbers[bin] * kernel.intensities.storage[bin * sum.count + place] * order
      }
    }
    return sum
  }
}
