import Foundation
import Synthesis
import Testing

@Suite("Focusing between frames")
struct FocusingTests {
  private func focusing(_ sizes: [(mean: Double, sd: Double)?]) -> [Double?] {
    let frames = sizes.enumerated().map { place, size in
      var frame = Frame()
      frame.time = Double(place)
      frame.radiusMean = size?.mean
      frame.radiusSD = size?.sd
      return frame
    }
    let none = SizeDistributions(edges: [], radii: [], numbers: [], units: [])
    return Trajectory(
      speciesNames: [], frames: frames, distributions: none, statistics: RunStatistics()
    ).frames.map(\.focusing)
  }

  /// Growth as r^-m without dissolution moves r^(m+1) rigidly, so that sd ~ r^-m.
  @Test("sd ~ r^-m gives -m, whatever the frames", arguments: [0, 1, 2.5])
  func powerLaw(exponent: Double) {
    let means = [1, 1.1, 1.7, 3, 3.01]
    for value in focusing(means.map { (mean: $0, sd: 0.1 * pow($0, -exponent)) }) {
      #expect(value.map { abs($0 + exponent) <= 1e-10 } ?? false)
    }
  }

  @Test("there is none where the mean does not move, and without crystals")
  func missing() {
    #expect(focusing([(2, 0.1), (2, 0.2), (2, 0.3)]) == [nil, nil, nil])
    #expect(focusing([(2, 0.1)]) == [nil])
    let values = focusing([nil, (2, 0.1), (4, 0.2), nil])
    #expect(values[0] == nil && values[3] == nil)
    #expect([values[1], values[2]].allSatisfy { $0.map { abs($0 - 1) <= 1e-12 } ?? false })
    #expect(focusing([(2, 0), (3, 0.1), (4, 0.1)]) == [nil, 0, 0])
  }

  @Test("what follows from other fields")
  func derived() {
    var frame = Frame()
    #expect(frame.uptakePerCrystal == nil && frame.relativeRadius == nil)
    (frame.radiusMean, frame.criticalRadius) = (3, 1.5)
    frame.number = 6.022_140_76e20
    frame.crystalUptakeRate = 2e-3
    #expect(frame.relativeRadius == 2)
    #expect(frame.uptakePerCrystal.map { abs($0 - 2) <= 1e-12 } ?? false)
  }
}
