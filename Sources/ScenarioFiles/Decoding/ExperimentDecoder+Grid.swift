import Synthesis
import Units

extension ExperimentDecoder {
  mutating func grid() -> SizeGrid {
    guard let grid = root.table("grid") else { return SizeGrid() }
    let top = SizeGrid.Top(rawValue: grid.text("top") ?? "") ?? .growing
    guard let largest = grid.integer("largest") else { return SizeGrid(top: top) }
    return SizeGrid(top: top, largest: largest)
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
