import Kinetics
import LinearAlgebra
import Materials
import RealModule

/// What one crystal of each bin of sizes absorbs and emits at each wavelength: made once, and then spectra
/// are products with the numbers in the bins.
public struct OpticalKernel: Sendable {
  /// m.
  public let wavelengths: [Double]
  public let model: OpticalModel
  public var binCount: Int { bins.count }
  /// ε/N_A, m²: decadic, a column for each bin.
  private let absorption: DenseMatrix
  private let emission: DenseMatrix
  /// Of each bin: mean first exciton energy and its square (J), volume, and whether the curve holds.
  private let bins: [Bin]

  private struct Bin {
    var counts = 0.0
    var energy = 0.0
    var energySquared = 0.0
    var volume = 0.0
    var isBeyond = false
  }

  /// - Parameter floor: the radius (m) from which on a particle is a crystal, and is seen.
  public init(_ model: OpticalModel, wavelengths: [Double], bins: SizeBins, floor: Double) {
    self.model = model
    self.wavelengths = wavelengths
    let energies = wavelengths.map { SizingCurve.energyTimesWavelength / $0 }
    var (absorption, emission, all) = ([Double](), [Double](), [Bin]())
    let rule = GaussLegendre(4)
    for bounds in bins.bounds {
      let isCrystal = 0.5 * (bounds.lowerBound + bounds.upperBound) >= floor
      let width = bounds.upperBound - bounds.lowerBound
      let nodes = zip(rule.nodes, rule.weights).map {
        (diameter: 2 * (bounds.lowerBound + width * $0), weight: $1)
      }
      all.append(isCrystal ? Self.bin(nodes, model.curve) : Bin())
      for energy in energies {
        let sums = nodes.reduce(into: (0.0, 0.0)) { sums, node in
          guard isCrystal else { return }
          sums.0 +=
            node.weight * model.absorptivity(ofDiameter: node.diameter, at: energy)
            / PhysicalConstants.avogadro
          sums.1 += node.weight * model.emission(ofDiameter: node.diameter, at: energy)
        }
        absorption.append(sums.0)
        emission.append(sums.1)
      }
    }
    self.absorption = DenseMatrix(
      rows: wavelengths.count, columns: bins.count, storage: absorption)
    self.emission = DenseMatrix(rows: wavelengths.count, columns: bins.count, storage: emission)
    self.bins = all
  }

  private static func bin(
    _ nodes: [(diameter: Double, weight: Double)], _ curve: SizingCurve
  ) -> Bin {
    var bin = Bin(counts: 1)
    for node in nodes {
      let energy = curve.extendedEnergy(ofDiameter: node.diameter)
      bin.energy += node.weight * energy
      bin.energySquared += node.weight * energy * energy
      bin.volume += node.weight * SphereAmplitude.volume(0.5 * node.diameter)
      bin.isBeyond = bin.isBeyond || !curve.range.contains(node.diameter)
    }
    return bin
  }

  /// Of the photons of one of the wavelengths, J.
  func photonEnergy(at place: Int) -> Double {
    SizingCurve.energyTimesWavelength / wavelengths[place]
  }

  /// Decadic absorbance along a path (m) of numbers in 1/m³, at every wavelength.
  public func absorbance(of numbers: [Double], path: Double) -> [Double] {
    var result: [Double] = []
    absorption.multiply(numbers, count: 1, into: &result)
    return result.map { $0 * path }
  }

  /// What is emitted at every wavelength, photons per energy, over the largest of them.
  public func photoluminescence(of numbers: [Double]) -> [Double] {
    var result: [Double] = []
    emission.multiply(numbers, count: 1, into: &result)
    let largest = result.max() ?? 0
    return largest > 0 ? result.map { $0 / largest } : result
  }

  /// The share of the crystals' volume beyond the sizing curve.
  public func shareBeyond(of numbers: [Double]) -> Double {
    let volumes = zip(numbers, bins).map { max(0, $0) * $1.volume }
    let all = volumes.reduce(0, +)
    guard all > 0 else { return 0 }
    return zip(volumes, bins).reduce(0) { $0 + ($1.1.isBeyond ? $1.0 : 0) } / all
  }

  /// Of the first exciton, over the number of crystals: mean energy and standard deviation, J; nil
  /// without crystals.
  public func firstExciton(of numbers: [Double]) -> (mean: Double, sd: Double)? {
    let sums = zip(numbers, bins).reduce(into: (0.0, 0.0, 0.0)) { sums, bin in
      sums.0 += bin.0 * bin.1.counts
      sums.1 += bin.0 * bin.1.energy
      sums.2 += bin.0 * bin.1.energySquared
    }
    guard sums.0 > 0 else { return nil }
    let mean = sums.1 / sums.0
    return (mean, max(0, sums.2 / sums.0 - mean * mean).squareRoot())
  }
}
