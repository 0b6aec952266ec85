import SweepAnalysis
import Testing

@Suite struct `Effects of factors` {
  private let a = [1.0, 1, 2, 2]
  private let b = [10.0, 20, 10, 20]

  private func factors() -> [Factor] {
    [
      Factor("a", unit: "nm", scale: .linear, values: a, mostLevels: 12),
      Factor("b", unit: "1", scale: .linear, values: b, mostLevels: 12),
    ]
  }

  @Test func `are means by level with their standard errors`() {
    let effect = MainEffect(of: [1, 3, 5, 9], along: factors()[0])
    #expect(effect.means.map { $0?.mean } == [2, 7])
    // sd √2 and √8 over the root of two points.
    #expect(abs((effect.means[0]?.standardError ?? 0) - 1) < 1e-12)
    #expect(abs((effect.means[1]?.standardError ?? 0) - 2) < 1e-12)
    // Between 2 · 2.5² · 2 = 25, in all 35.
    #expect(abs(effect.share - 25.0 / 35) < 1e-12)
    #expect(abs(effect.shareByChance - 1.0 / 3) < 1e-12)
  }

  @Test func `do without points that have no value`() {
    let effect = MainEffect(of: [1, .nan, .nan, .nan], along: factors()[0])
    #expect(effect.means[0]?.count == 1 && effect.means[0]?.mean == 1)
    #expect(effect.means[0]?.standardError == nil && effect.means[1] == nil)
    #expect(effect.share == 0)
  }

  @Test func `add up with interactions on a grid`() {
    let sum = Interaction.all(of: [1, 2, 4, 5], along: factors())
    #expect(sum.count == 1 && abs(sum[0].share) < 1e-12)
    // Mains 5² and 1² against an interaction of 1²: y = 5 ± 2.5 ± 0.5 ± 0.5 over four points.
    let mixed = [2.0, 2, 6, 8]
    let shares =
      factors().map { MainEffect(of: mixed, along: $0).share }
      + Interaction.all(of: mixed, along: factors()).map(\.share)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(Interaction.all(of: [1, 2, 4, .nan], along: factors()).isEmpty)
  }

  @Test func `of samples are by bins of even width on the factor's scale`() {
    let values = (0..<80).map { (place: Int) -> Double in
      1e-3 * Double(1 << (place % 20)) * (1 + 1e-3 * Double(place))
    }
    let factor = Factor("k", unit: "1/s", scale: .log, values: values, mostLevels: 12)
    #expect(factor.isBinned && factor.groups.count == 10)
    let widths = factor.groups.compactMap(\.range).map { $0.upperBound / $0.lowerBound }
    #expect(widths.allSatisfy { abs($0 / widths[0] - 1) < 1e-9 })
    for (value, group) in zip(values, factor.group) {
      let range = factor.groups[group].range ?? 0...0
      #expect(value >= range.lowerBound * (1 - 1e-9) && value <= range.upperBound * (1 + 1e-9))
    }
  }

  @Test func `of texts are by their levels as they come`() {
    let factor = Factor("law", texts: ["mixed", "power", "mixed"])
    #expect(factor.isText && factor.groups.map(\.text) == ["mixed", "power"])
    #expect(factor.group == [0, 1, 0])
  }

  @Test func `are of means over replicates`() {
    let means = PointMeans(runs: [1, 3, 5, .nan, .nan, .nan], replicates: 2)
    #expect(means.values[0] == 2 && means.values[1] == 5 && means.values[2].isNaN)
    #expect(means.standardErrors == [1, nil, nil])
  }
}
