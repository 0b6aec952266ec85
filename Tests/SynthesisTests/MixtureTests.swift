import Synthesis
import Testing

@Suite("Streams that flow together")
struct MixtureTests {
  private func frame(number: Double, radius: Double?, sd: Double?) -> Frame {
    var frame = Frame()
    frame.time = 7
    frame.temperature = 500
    frame.volume = 1e-5
    frame.species = [2, 3]
    frame.solute = 2
    frame.supersaturation = 20
    frame.number = number
    frame.radiusMean = radius
    frame.radiusSD = sd
    frame.yield = 4.0 / (2 + 4 + 0.5)
    frame.nucleationRate = 1e18
    frame.criticalRadius = 0.7
    frame.subcritical = 0.5
    frame.inCrystals = 4
    frame.area = 100
    frame.coverages = [0.3, 0.1]
    var carried = DopantMoments()
    (carried.mean, carried.variance, carried.onSurface, carried.without) = (2, 1.5, 0.25, 0.125)
    (carried.carried, carried.defect) = (0.5, 1e-16)
    frame.dopants = [carried]
    frame.lost = 0.2
    frame.matterDefect = 1e-15
    return frame
  }

  /// Every field of a frame, also of those that a later version adds.
  private func fields(_ frame: Frame) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Mirror(reflecting: frame).children.map { child in
        let value = (child.value as? Double).map { Float($0) }.map { "\($0)" }
        return (child.label ?? "", value ?? "\(child.value)")
      })
  }

  @Test("of one kind are that kind, in every field")
  func alike() {
    let one = frame(number: 1e22, radius: 2, sd: 0.25)
    let mixture = Frame.mixture(of: [(0.25, one), (0.75, one)], at: 7, units: [1, 0])
    #expect(fields(mixture) == fields(one))
  }

  @Test("have the radii of all their crystals, and none of an empty stream")
  func radii() throws {
    let streams = [
      (share: 0.5, frame: frame(number: 1e22, radius: 1, sd: 0.1)),
      (share: 0.25, frame: frame(number: 4e22, radius: 2, sd: 0.2)),
      (share: 0.25, frame: frame(number: 0, radius: nil, sd: nil)),
    ]
    let mixture = Frame.mixture(of: streams, at: 1, units: [1, 0])
    #expect(mixture.number == 1.5e22)
    // One third of the crystals of 1 nm, two thirds of 2 nm.
    #expect(abs(try #require(mixture.radiusMean) - 5.0 / 3) < 1e-12)
    let variance = (0.01 + 4.0 / 9) / 3 + 2 * (0.04 + 1.0 / 9) / 3
    #expect(abs(try #require(mixture.radiusSD) - variance.squareRoot()) < 1e-12)
  }
}
