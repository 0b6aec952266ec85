import Observation
import Sampling
import Testing

@Suite struct `A micrograph` {
  @Test func `shows crystals in proportion to their number`() {
    var stream = RandomStream(seed: 5, replicate: 0)
    let bins = SizeBins([0.4e-9...0.5e-9, 1e-9...2e-9, 3e-9...3e-9])
    let found = Micrograph(count: 20_000, binWidth: 1e-10).diameters(
      of: [1e9, 1, 3], in: bins, floor: 0.9e-9, from: &stream)
    let small = found.filter { $0 < 5e-9 }
    // Four standard deviations of a binomial share.
    #expect(abs(Double(small.count) / 20_000 - 0.25) < 4 * 0.0031)
    #expect(small.allSatisfy { (2e-9...4e-9).contains($0) } && found.count == 20_000)
    let mean = small.reduce(0, +) / Double(small.count)
    #expect(abs(mean / 3e-9 - 1) < 0.01)
  }

  @Test func `of nothing shows nothing, and of counts their Poisson spread`() {
    var stream = RandomStream(seed: 5, replicate: 0)
    let none = Micrograph(count: 300, binWidth: 1e-10).diameters(
      of: [0], in: SizeBins(radii: [1e-9]), floor: 0, from: &stream)
    #expect(none.isEmpty)
    let noise = CountingNoise(counts: 4)
    let draws = (0..<4000).map { _ in noise.measured(25, from: &stream) }
    let mean = draws.reduce(0) { $0 + $1.intensity } / 4000
    let variance = draws.reduce(0) { $0 + ($1.intensity - mean) * ($1.intensity - mean) } / 3999
    #expect(abs(mean - 25) < 4 * (25.0 / 4 / 4000).squareRoot())
    #expect(abs(variance / (25.0 / 4) - 1) < 0.1)
  }
}
