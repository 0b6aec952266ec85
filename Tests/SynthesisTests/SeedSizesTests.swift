import Foundation
import Kinetics
import Laws
import Synthesis
import Testing

@Suite("Seed particles on whole sizes")
struct SeedSizesTests {
  private let ladder = Ladder(
    attachment: DiffusionLimited(), energies: [], solubility: Coefficient(0),
    volumePerUnit: 5.6e-29)

  private func sizes(_ distribution: SeedPopulation.Distribution) -> SizeCounts {
    SeedPopulation(number: 1, distribution: distribution).sizes(on: ladder)
  }

  /// Number, mean diameter and its standard deviation.
  private func moments(_ sizes: SizeCounts) -> (number: Double, mean: Double, sd: Double) {
    var (number, sum, squares) = (0.0, 0.0, 0.0)
    for (place, count) in sizes.counts.enumerated() {
      let diameter = 2 * cbrt(3 * Double(sizes.first + place) * 5.6e-29 / (4 * .pi))
      number += count
      sum += count * diameter
      squares += count * diameter * diameter
    }
    let mean = sum / number
    return (number, mean, (squares / number - mean * mean).squareRoot())
  }

  @Test("a single diameter is shared by two sizes, number and units kept")
  func single() {
    let sizes = sizes(.single(diameter: 3e-9))
    let units = 4 * Double.pi * 1.5e-9 * 1.5e-9 * 1.5e-9 / (3 * 5.6e-29)
    #expect(sizes.counts.count == 2)
    #expect(abs(sizes.counts.reduce(0, +) - 1) <= 1e-15)
    let mean = sizes.counts.enumerated().reduce(0) {
      $0 + Double(sizes.first + $1.offset) * $1.element
    }
    #expect(abs(mean / units - 1) <= 1e-14)
  }

  @Test("a whole number of units is one size, and nothing is smaller than a dimer")
  func whole() {
    #expect(SizeCounts(ofOne: 7) == SizeCounts(first: 7, counts: [1]))
    #expect(SizeCounts(ofOne: 7.25) == SizeCounts(first: 7, counts: [0.75, 0.25]))
    #expect(sizes(.single(diameter: 1e-12)) == SizeCounts(first: 2, counts: [1]))
  }

  @Test(
    "distributions keep number, mean and standard deviation",
    arguments: [
      SeedPopulation.Distribution.lognormal(mean: 4e-9, dispersion: 0.1),
      .normal(mean: 4e-9, dispersion: 0.1), .schulz(mean: 4e-9, dispersion: 0.1),
    ])
  func distributions(distribution: SeedPopulation.Distribution) {
    let moments = moments(sizes(distribution))
    #expect(abs(moments.number - 1) <= 1e-13)
    // Each of the three has the mean and the dispersion that name it; whole sizes (0.05 % in
    // diameter at 4 nm) blur them by less than this.
    #expect(abs(moments.mean / 4e-9 - 1) <= 1e-5)
    #expect(abs(moments.sd / 4e-10 - 1) <= 1e-4)
  }

  /// The share of particles up to a diameter, among whole sizes.
  private func share(_ sizes: SizeCounts, upTo diameter: Double) -> Double {
    let units = ladder.units(ofRadius: diameter / 2)
    return sizes.counts.enumerated().reduce(0) {
      Double(sizes.first + $1.offset) <= units ? $0 + $1.element : $0
    }
  }

  /// scipy.stats: lognorm, norm and gamma at 3.2, 4 and 5 nm, mean 4 nm, dispersion 0.1; the gamma
  /// distribution with dispersion 0.5 at 1, 4 and 9 nm.
  @Test(
    "shares agree with scipy's cumulative distributions",
    arguments: [
      (
        SeedPopulation.Distribution.lognormal(mean: 4e-9, dispersion: 0.1),
        [3.2e-9, 4e-9, 5e-9], [0.014366800559883161, 0.5198892681726235, 0.9888983987328828]
      ),
      (
        .normal(mean: 4e-9, dispersion: 0.1), [3.2e-9, 4e-9, 5e-9],
        [0.022750131948179195, 0.5, 0.9937903346742238]
      ),
      (
        .schulz(mean: 4e-9, dispersion: 0.1), [3.2e-9, 4e-9, 5e-9],
        [0.017108313035133108, 0.5132987982791487, 0.9906208683311739]
      ),
      (
        .schulz(mean: 4e-9, dispersion: 0.5), [4e-9, 9e-9],
        [0.566529879633291, 0.9787735136970911]
      ),
    ])
  func shares(
    distribution: SeedPopulation.Distribution, diameters: [Double], expected: [Double]
  ) {
    let sizes = sizes(distribution)
    for (diameter, share) in zip(diameters, expected) {
      // One size of some 600 around 4 nm is up to 0.25 % of all particles.
      #expect(abs(self.share(sizes, upTo: diameter) - share) <= 2.5e-3)
    }
  }

  /// scipy: the published densities, integrated up to ratios r/r*.
  @Test(
    "what ripening tends to has the published shares",
    arguments: [
      (
        RipenedSizes.diffusion, [0.4, 1, 1.3],
        [0.013503669986098374, 0.4245227690163857, 0.9732663429693175]
      ),
      (.reaction, [0.4, 1, 1.7], [0.07740907667770566, 0.6017034530570885, 0.9999877335178704]),
    ])
  func ripened(shape: RipenedSizes, ratios: [Double], expected: [Double]) {
    let sizes = sizes(.ripened(shape, mean: 4e-9))
    for (ratio, share) in zip(ratios, expected) {
      #expect(abs(shape.below(ratio) - share) <= 1e-12)
      #expect(abs(self.share(sizes, upTo: 4e-9 * ratio / shape.mean) - share) <= 2.5e-3)
    }
    #expect(shape.below(0) == 0 && shape.below(shape.cutoff) == 1)
    #expect(abs(sizes.counts.reduce(0, +) - 1) <= 1e-13)
    // Whatever is smaller than two units counts as two.
    #expect(abs(moments(sizes).mean / 4e-9 - 1) <= 3e-3)
  }

  @Test("a histogram keeps its shares")
  func histogram() {
    let sizes = sizes(.histogram(edges: [3e-9, 4e-9, 5e-9], counts: [1, 3]))
    #expect(abs(sizes.counts.reduce(0, +) - 1) <= 1e-13)
    #expect(abs(share(sizes, upTo: 4e-9) - 0.25) <= 2e-3)
    #expect(share(sizes, upTo: 2.99e-9) == 0)
    #expect(abs(moments(sizes).mean / 4.25e-9 - 1) <= 1e-4)
  }
}
