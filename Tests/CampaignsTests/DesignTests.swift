import Campaigns
import Foundation
import Sampling
import Testing

@Suite struct DesignTests {
  private func points(_ kind: Design.Kind, seed: UInt64 = 1) throws -> [[String]] {
    let points = try DesignedPoints(Design(kind, seed: seed), MetricPrefixes())
    return (0..<points.count).map { points.overrides(at: $0).map(\.value) }
  }

  private func range(
    _ from: String, _ to: String, _ count: Int? = nil, _ scale: Axis.Scale = .linear
  ) -> Axis.Levels {
    .range(from: from, to: to, count: count, scale: scale)
  }

  @Test func gridVisitsEveryCombinationLastAxisFastest() throws {
    let grid = try points(.grid([Axis("a", .values(["x", "y"])), Axis("b", range("1", "3", 3))]))
    #expect(
      grid == [["x", "1"], ["x", "2"], ["x", "3"], ["y", "1"], ["y", "2"], ["y", "3"]])
  }

  @Test func zipPairsTheAxes() throws {
    let zip = try points(.zip([Axis("a", .values(["x", "y"])), Axis("b", .values(["1", "2"]))]))
    #expect(zip == [["x", "1"], ["y", "2"]])
    #expect(throws: CampaignError.self) {
      try points(.zip([Axis("a", .values(["x", "y"])), Axis("b", .values(["1"]))]))
    }
  }

  @Test func logAxisIsSpacedByFactorsInTheUnitOfFrom() throws {
    let rates = try points(.grid([Axis("k", range("1e-4 1/s", "6 1/min", 4, .log))]))
    #expect(rates == [["1e-4 1/s"], ["0.001 1/s"], ["0.01 1/s"], ["0.1 1/s"]])
  }

  @Test func linearAxisKeepsTheUnitOfFrom() throws {
    let warm = try points(.grid([Axis("T", range("80 degC", "393.15 K", 3))]))
    #expect(warm == [["80 degC"], ["100 degC"], ["120 degC"]])
    let short = try points(.grid([Axis("d", range("2 nm", "0.004 um", 3))]))
    #expect(short == [["2 nm"], ["3 nm"], ["4 nm"]])
  }

  @Test func sobolAndValuesShareTheUnitInterval() throws {
    let sobol = try points(
      .sobol([Axis("a", range("0", "8")), Axis("b", .values(["x", "y"]))], samples: 4))
    #expect(sobol == [["0", "x"], ["4", "y"], ["6", "x"], ["2", "y"]])
  }

  @Test(arguments: [1, 2, 7, 64, 1000])
  func latinHypercubeFillsEveryStratumOnce(samples: Int) {
    let hypercube = LatinHypercube(dimensions: 3, samples: samples, seed: 42)
    for dimension in 0..<3 {
      let strata = (0..<samples).map {
        Int(hypercube.point(at: $0)[dimension] * Double(samples))
      }
      #expect(strata.sorted() == Array(0..<samples))
    }
  }

  @Test func latinHypercubeFollowsItsSeed() throws {
    let axes = [Axis("a", range("0", "1")), Axis("b", range("1 nm", "9 nm"))]
    let first = try points(.latinHypercube(axes, samples: 20), seed: 7)
    #expect(try points(.latinHypercube(axes, samples: 20), seed: 7) == first)
    #expect(try points(.latinHypercube(axes, samples: 20), seed: 8) != first)
    #expect(first[0] == ["0.724751989732", "8.43703209992 nm"])
  }

  @Test func saltelliMixesTwoSamplesBlockByBlock() throws {
    let axes = [Axis("a", range("0", "8")), Axis("b", .values(["x", "y"]))]
    let points = try points(.saltelli(axes, samples: 2, secondOrder: true))
    #expect(points.count == 12)
    #expect(points[1] == [points[5][0], points[0][1]])
    #expect(points[4] == [points[5][0], points[0][1]])
    #expect(points[2] == [points[0][0], points[5][1]])
  }

  @Test func saltelliIsReadAgainAsItWasWritten() throws {
    let axes = [Axis("a", range("1 nm", "8 nm", nil, .log))]
    for secondOrder in [true, false] {
      let design = Design(.saltelli(axes, samples: 16, secondOrder: secondOrder), seed: 3)
      let text = try JSONEncoder().encode(design)
      #expect(try JSONDecoder().decode(Design.self, from: text) == design)
    }
  }

  @Test func listHasItsRows() throws {
    let table = PointTable(paths: ["a", "b"], rows: [["0.1 1/s", "x"], ["0.2 1/s", "y"]])
    #expect(try points(.list(table)) == table.rows)
    for bad in [
      PointTable(paths: [], rows: [[]]), PointTable(paths: ["a"], rows: []),
      PointTable(paths: ["a", "b"], rows: [["1"]]), PointTable(paths: ["a"], rows: [[""]]),
    ] {
      #expect(throws: CampaignError.self) { try points(.list(bad)) }
    }
  }

  static let refused: [(Design.Kind, String)] = [
    (.grid([]), "no axes"),
    (.grid([Axis("a", .values([]))]), "a has no values"),
    (.grid([Axis("a", .values(["1"])), Axis("a", .values(["2"]))]), "two axes set a"),
    (.grid([Axis("a", .range(from: "1", to: "2", count: nil, scale: .linear))]), "needs a count"),
    (.grid([Axis("a", .range(from: "1", to: "2", count: 0, scale: .linear))]), "at least 1"),
    (.grid([Axis("a", .range(from: "0", to: "2", count: 3, scale: .log))]), "above zero"),
    (.grid([Axis("a", .range(from: "x", to: "2", count: 3, scale: .log))]), "not a number"),
    (.grid([Axis("a", .range(from: "1 nm", to: "2 K", count: 3, scale: .log))]), "2 K"),
    (.sobol([Axis("a", .values(["1"]))], samples: 0), "samples must be"),
    (
      .saltelli([Axis("a", .values(["1"]))], samples: 100, secondOrder: false),
      "such as 64 or 128, not 100"
    ),
    (.saltelli([Axis("a", .values(["1"]))], samples: 1, secondOrder: false), "such as 2 or 4"),
  ]

  @Test(arguments: refused.indices)
  func badDesignsAreRefusedWithTheirReason(row: Int) throws {
    let (kind, reason) = Self.refused[row]
    let error = #expect(throws: CampaignError.self) { try points(kind) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }
}
