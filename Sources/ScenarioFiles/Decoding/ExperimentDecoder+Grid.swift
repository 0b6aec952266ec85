import Synthesis
import Units

extension ExperimentDecoder {
  mutating func grid() -> SizeGrid {
    guard let grid = root.table("grid") else { return SizeGrid() }
    var made = SizeGrid(
      kind: SizeGrid.Kind(rawValue: grid.text("kind") ?? "") ?? .exact,
      top: SizeGrid.Top(rawValue: grid.text("top") ?? "") ?? .growing)
    if let largest = grid.integer("largest") { made.largest = largest }
    if let unitCells = grid.integer("unit_cells") { made.unitCells = unitCells }
    if let ratio = grid.number("cell_ratio") { made.cellRatio = ratio }
    if let noise = grid.flag("growth_noise") { made.hasGrowthNoise = noise }
    return made
  }

  /// A closed or open top needs its size.
  mutating func checkGrid() {
    guard let grid = root.table("grid"), let top = grid.text("top"), top != "growing",
      !grid.has("largest")
    else { return }
    reader.error(
      "[grid] needs \"largest\" where the top is \"\(top)\"", hint: "for example largest = 8000",
      at: grid.place("top"))
  }
}
