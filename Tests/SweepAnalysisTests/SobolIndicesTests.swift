import Sampling
import SweepAnalysis
import Testing

/// Agreement with SALib and closed forms is `Validation/exact/sensitivity-*`.
@Suite struct `Sensitivity indices` {
  private let sample = SaltelliSample(dimensions: 2, samples: 64, hasSecondOrder: true)

  private func values(_ function: ([Double]) -> Double) -> [Double] {
    (0..<sample.count).map { function(sample.point(at: $0)) }
  }

  @Test func `leave out whole blocks and say so`() throws {
    let whole = values { $0[0] + 2 * $0[1] }
    var holed = whole
    holed[3 * sample.blockSize + 1] = .nan
    holed[9 * sample.blockSize] = .infinity
    let indices = try SobolIndices(of: holed, over: sample)
    #expect(indices.wholeBlocks == 62 && indices.blocks == 64)
    #expect(abs(indices.total[1].value - 0.8) < 0.05)
    holed = holed.map { _ in .nan }
    holed.replaceSubrange(..<sample.blockSize, with: whole[..<sample.blockSize])
    #expect(throws: SweepAnalysisError.tooFewBlocks(whole: 1, of: 64)) {
      try SobolIndices(of: holed, over: sample)
    }
  }

  @Test func `need a response that changes`() {
    #expect(throws: SweepAnalysisError.constant) {
      try SobolIndices(of: values { _ in 0.1 + 0.2 }, over: sample)
    }
  }

  @Test func `have no pairs without the points for them`() throws {
    let plain = SaltelliSample(dimensions: 2, samples: 64, hasSecondOrder: false)
    let indices = try SobolIndices(
      of: (0..<plain.count).map { plain.point(at: $0)[0] }, over: plain)
    #expect(indices.second.isEmpty)
    #expect(abs(indices.first[0].value - 1) < 0.02 && abs(indices.total[1].value) < 1e-12)
  }

  @Test func `have intervals that belong to the seed`() throws {
    let y = values { $0[0] * $0[1] }
    let first = try SobolIndices(of: y, over: sample, resampling: .init(count: 200, seed: 5))
    let again = try SobolIndices(of: y, over: sample, resampling: .init(count: 200, seed: 5))
    let other = try SobolIndices(of: y, over: sample, resampling: .init(count: 200, seed: 6))
    #expect(first.first == again.first && first.second == again.second)
    #expect(first.first[0].lower != other.first[0].lower)
    #expect(first.first[0].value == other.first[0].value)
    #expect(first.first[0].lower < first.first[0].value)
    #expect(first.first[0].value < first.first[0].upper)
  }

  @Test func `do not depend on where the response has its zero`() throws {
    let near = try SobolIndices(of: values { $0[0] * $0[1] }, over: sample)
    let far = try SobolIndices(of: values { $0[0] * $0[1] + 1000 }, over: sample)
    #expect(abs(near.first[0].value - far.first[0].value) < 1e-9)
    #expect(abs(near.second[0].index.value - far.second[0].index.value) < 1e-9)
  }
}
