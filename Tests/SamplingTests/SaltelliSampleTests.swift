import Sampling
import Testing

@Suite struct SaltelliSampleTests {
  @Test func blocksDifferInOneCoordinate() {
    let sample = SaltelliSample(dimensions: 3, samples: 8, hasSecondOrder: true)
    let sequence = SobolSequence(dimensions: 6)
    #expect(sample.blockSize == 8 && sample.count == 64)
    for block in 0..<8 {
      let points = (0..<8).map { sample.point(at: 8 * block + $0) }
      #expect(points[0] + points[7] == sequence.point(at: 8 + block))
      for axis in 0..<3 {
        for other in 0..<3 {
          let isMixed = axis == other
          #expect(points[1 + axis][other] == points[isMixed ? 7 : 0][other])
          #expect(points[4 + axis][other] == points[isMixed ? 0 : 7][other])
        }
      }
    }
  }

  @Test func blocksWithoutPairsAreShorter() {
    let sample = SaltelliSample(dimensions: 2, samples: 4, hasSecondOrder: false)
    #expect(sample.blockSize == 4 && sample.count == 16)
    let (a, b) = (sample.point(at: 4), sample.point(at: 7))
    #expect(sample.point(at: 5) == [b[0], a[1]] && sample.point(at: 6) == [a[0], b[1]])
  }

  @Test func baseSampleFillsEveryStratumOnce() {
    let sample = SaltelliSample(dimensions: 4, samples: 32, hasSecondOrder: false)
    for place in [0, sample.blockSize - 1] {
      for axis in 0..<4 {
        let strata = (0..<32).map {
          Int(sample.point(at: $0 * sample.blockSize + place)[axis] * 32)
        }
        #expect(strata.sorted() == Array(0..<32))
      }
    }
  }

  @Test func nearestPowersOfTwo() {
    #expect(SaltelliSample.nearestSamples(to: 100) == (64, 128))
    #expect(SaltelliSample.nearestSamples(to: 1) == (2, 4))
    #expect(SaltelliSample.nearestSamples(to: 65) == (64, 128))
  }
}
