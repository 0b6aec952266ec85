import RealModule
import Sampling
public import Synthesis

/// A scattering experiment on what a run makes: form and contrast of the particles, and the instrument.
public struct ScatteringPlan: Sendable {
  public var form: any FormFactor
  /// 1/m.
  public var q: [Double]
  /// Standard deviation of q: a constant one in 1/m, and one relative to q.
  public var resolution: (width: Double, share: Double)
  public var crowding: Crowding?
  public var clusters: [PrecursorClusters]
  /// 1/m.
  public var background: Double
  /// How photons are counted; nil for intensities without noise alone.
  public var noise: CountingNoise?

  public init(
    form: any FormFactor, q: [Double], resolution: (width: Double, share: Double) = (0, 0),
    crowding: Crowding? = nil, clusters: [PrecursorClusters] = [], background: Double = 0,
    noise: CountingNoise? = nil
  ) {
    self.form = form
    self.q = q
    self.resolution = resolution
    self.crowding = crowding
    self.clusters = clusters
    self.background = background
    self.noise = noise
  }

  /// What is made once for a set of bins.
  public func instrument(for bins: SizeBins) -> ScatteringInstrument {
    ScatteringInstrument(self, bins)
  }

  /// What the experiment shows of a run, frame by frame.
  ///
  /// - Parameter seed: of the noise, of which each frame has a stream of its own.
  public func series(of trajectory: Trajectory, seed: UInt64) -> ScatteringSeries {
    let instrument = instrument(for: SizeBins(of: trajectory.sizes))
    let rows = instrument.intensities(of: trajectory.sizes.numbers)
    var series = ScatteringSeries(q: q, times: trajectory.frames.map(\.time))
    for (frame, row) in zip(trajectory.frames, rows) {
      let dissolved = clusters.compactMap { cluster in
        trajectory.speciesNames.firstIndex(of: cluster.species).map {
          (cluster: cluster, concentration: frame.species[$0])
        }
      }
      let seen = zip(q, row).map { q, intensity in
        dissolved.reduce(intensity + background) {
          $0 + $1.cluster.intensity(at: q, concentration: $1.concentration)
        }
      }
      series.add(seen, noise, seed: seed)
    }
    return series
  }
}

/// Intensities over time and wavenumber, 1/m.
public struct ScatteringSeries: Sendable {
  /// 1/m.
  public let q: [Double]
  /// s.
  public let times: [Double]
  public private(set) var intensities: [[Double]] = []
  /// With counting noise; empty without.
  public private(set) var measured: [[Double]] = []
  public private(set) var deviations: [[Double]] = []

  /// Streams of realizations start from zero.
  private static let firstStream = 1 << 30

  init(q: [Double], times: [Double]) {
    self.q = q
    self.times = times
  }

  mutating func add(_ row: [Double], _ noise: CountingNoise?, seed: UInt64) {
    intensities.append(row)
    guard let noise else { return }
    var stream = RandomStream(seed: seed, replicate: Self.firstStream + intensities.count)
    let points = row.map { noise.measured($0, from: &stream) }
    measured.append(points.map(\.intensity))
    deviations.append(points.map(\.sd))
  }
}
