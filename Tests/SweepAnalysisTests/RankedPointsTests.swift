import Sampling
import Testing

@testable import SweepAnalysis

@Suite struct `Fronts of points` {
  /// Fronts by their definition: those that none beats are taken away, again and again.
  private func peeled(_ costs: [[Double]]) -> [Int] {
    let count = costs[0].count
    var fronts = [Int](repeating: -1, count: count)
    var front = 0
    while fronts.contains(-1) {
      let left = fronts.indices.filter { fronts[$0] == -1 }
      let best = left.filter { point in
        !left.contains { other in
          costs.allSatisfy { $0[other] <= $0[point] } && costs.contains { $0[other] < $0[point] }
        }
      }
      for point in best { fronts[point] = front }
      front += 1
    }
    return fronts
  }

  @Test(arguments: 1...5, [3, 10, 1_000_000])
  func `are what their definition says, with ties and without`(objectives: Int, values: Int) {
    for (replicate, count) in [1, 2, 13, 60, 250].enumerated() {
      var stream = RandomStream(seed: UInt64(objectives * 7 + values), replicate: replicate)
      let costs = (0..<objectives).map { _ in
        (0..<count).map { _ in Double(stream.place(of: values)) }
      }
      #expect(NonDominatedSort(costs).fronts == peeled(costs))
    }
  }

  @Test func `keep points that are equal together, and order within by places`() {
    let size = [3.0, 1, 1, 2, .nan]
    let spread = [1.0, 3, 3, 2.5, 0]
    let ranked = RankedPoints(
      [size, spread],
      [Objective("size", unit: "nm", aim: .minimum), Objective("spread", unit: "1", aim: .minimum)])
    #expect(ranked.fronts == [0, 0, 0, 0, nil])
    #expect(ranked.best == [0, 1, 2, 3])
    #expect(ranked.order == [1, 2, 0, 3])
    #expect(ranked.frontCount == 1)
  }

  @Test func `follow what is wanted`() {
    let values = [1.0, 4, 6, 9]
    func order(_ aim: Objective.Aim) -> [Int] {
      RankedPoints([values], [Objective("d", unit: "nm", aim: aim)]).order
    }
    #expect(order(.minimum) == [0, 1, 2, 3])
    #expect(order(.maximum) == [3, 2, 1, 0])
    #expect(order(.target(5.5)) == [2, 1, 3, 0])
  }

  @Test func `of nothing are none`() {
    #expect(NonDominatedSort([]).fronts.isEmpty)
    #expect(NonDominatedSort([[], []]).fronts.isEmpty)
  }
}
