import Kinetics
import Laws
import Synthesis
import Testing

@testable import ValidationLadder

@Suite struct `A profile` {
  private let ladder = Ladder(
    attachment: DiffusionLimited(), energies: [], solubility: Coefficient(0),
    volumePerUnit: 1e-29)
  private let grid = SizeGrid(kind: .hybrid, cellRatio: 0.02, hasGrowthNoise: false)

  private func radius(_ edge: Double) -> Double { ladder.radius(ofUnits: edge) * 1e9 }

  /// Particles that fill one cell evenly in radius.
  private func profile(cell: Int) throws -> Profile {
    let folder = try CaseFolder()
    var cells = grid.cells
    cells.grow(to: 100)
    try folder.write(
      "radius [nm],below\n\(radius(cells.lowerEdge(cell))),0\n\(radius(cells.upperEdge(cell))),1\n",
      to: "profile.csv")
    return try Profile(path: folder.root + "/exact/one/profile.csv")
  }

  private func distance(_ numbers: [Double]) throws -> Double {
    try profile(cell: 20).distance(from: numbers, on: grid, of: ladder)
  }

  @Test func `is where it should be, elsewhere, or in between`() throws {
    var numbers = [Double](repeating: 0, count: 40)
    numbers[18] = 5
    #expect(try distance(numbers) <= 1e-12)
    numbers[19] = 15
    #expect(abs(try distance(numbers) - 1.5) <= 1e-12)
    numbers[18] = 0
    #expect(abs(try distance(numbers) - 2) <= 1e-12)
  }

  @Test func `lies beyond cells that do not reach it`() throws {
    #expect(abs(try distance([1, 2, 3]) - 2) <= 1e-12)
  }

  @Test(arguments: ["1,0\n1,1\n", "1,0\n2,0.5\n", "1,0.5\n2,0\n3,1\n"])
  func `that does not rise from 0 to 1 is refused`(rows: String) throws {
    let folder = try CaseFolder()
    try folder.write("radius [nm],below\n" + rows, to: "profile.csv")
    #expect(throws: CaseError.self) {
      try Profile(path: folder.root + "/exact/one/profile.csv")
    }
  }
}
