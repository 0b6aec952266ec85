import Foundation
import Kinetics
import Laws
import Sampling
import Synthesis

@testable import ClusterMonteCarlo

/// Realizations whose statistics are known: crystals that are there or not by themselves.
enum InventedRealization {
  static let volume = 1e-18
  /// Crystals of either of two sizes, on average.
  static let mean = 100.0
  /// The first of them comes at an exponential time, s.
  static let waiting = 2.0

  static func experiment(
    replicates: Int, standardError: Double? = nil, outputs: [Double] = [1, 2, 4]
  ) -> Experiment {
    Experiment(
      network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
      ladder: Ladder(
        attachment: PowerAttachment(), energies: [], solubility: Coefficient(0),
        volumePerUnit: 5.6e-29),
      recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: 500)),
      duration: outputs.last ?? 1, outputs: outputs,
      monteCarlo: MonteCarlo(
        volume: volume, replicates: replicates, standardError: standardError))
  }

  /// Poisson numbers of crystals of 50 and of 5,000 units, new at every output.
  static func draw(_ replicate: Int, of experiment: Experiment) -> Realization {
    var stream = RandomStream(seed: 7, replicate: replicate)
    var realization = Realization(
      replicate: replicate, frames: [], sizes: [], statistics: EventStatistics())
    for time in experiment.outputs {
      let sample = SizeSample(
        units: [50, 5000], counts: [poisson(mean, &stream), poisson(mean, &stream)])
      realization.sizes.append(sample)
      realization.frames.append(frame(sample, at: time, of: experiment))
    }
    realization.firstCrystal = -waiting * log(1 - stream.uniform())
    realization.statistics.attachments = 1000 + replicate
    return realization
  }

  static func frame(_ sample: SizeSample, at time: Double, of experiment: Experiment) -> Frame {
    var frame = Frame()
    frame.time = time
    frame.volume = volume
    frame.species = [0]
    let number = Double(sample.particles)
    frame.number = number / volume
    guard number > 0 else { return frame }
    let radii = sample.units.map { experiment.ladder.radius(ofUnits: Double($0)) * 1e9 }
    let mean = zip(radii, sample.counts).reduce(0) { $0 + $1.0 * Double($1.1) } / number
    let square = zip(radii, sample.counts).reduce(0) { $0 + $1.0 * $1.0 * Double($1.1) } / number
    frame.radiusMean = mean
    frame.radiusSD = (square - mean * mean).squareRoot()
    return frame
  }

  /// A Poisson number by products of uniform ones.
  ///
  /// D. E. Knuth, *The Art of Computer Programming*, vol. 2, section 3.4.1.
  static func poisson(_ mean: Double, _ stream: inout RandomStream) -> Int {
    let limit = exp(-mean)
    var (product, count) = (stream.uniform(), 0)
    while product > limit {
      product *= stream.uniform()
      count += 1
    }
    return count
  }
}
