import BatchSystems
import Testing

@Suite struct `An array that is too long` {
  @Test(arguments: [(0, 100, 1000), (0, 100, 8), (5, 22, 3), (0, 1, 1), (3, 10, 7), (0, 0, 4)])
  func `is split into parts that hold every task once`(first: Int, end: Int, limit: Int) {
    let parts = ArrayParts.split(first..<end, limit: limit)
    #expect(parts.flatMap(Array.init) == Array(first..<end))
    #expect(parts.allSatisfy { !$0.isEmpty && $0.count <= limit })
    #expect(parts.count == (end - first + limit - 1) / limit)
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }
}

@Suite struct `Pieces of work` {
  @Test func `fill tasks up to the time wished`() {
    #expect(TaskPacking.group([1, 1, 1, 1, 1], target: 2) == [0..<2, 2..<4, 4..<5])
    #expect(TaskPacking.group([1, 1, 1, 1, 1], target: 2, cores: 2) == [0..<4, 4..<5])
    #expect(TaskPacking.group([5, 1, 7, 7], target: 2) == [0..<1, 1..<2, 2..<3, 3..<4])
    #expect(TaskPacking.group([], target: 2) == [])
    #expect(TaskPacking.group([0, 0, 0], target: 600) == [0..<3])
  }
}
