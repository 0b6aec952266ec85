import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// The grid as the scenario says, or by the rule where it does not.
  mutating func grid(
    _ closure: NucleationClosure?, _ coalescence: Coalescence?, _ recipe: Recipe,
    on ladder: Ladder
  ) -> SizeGrid {
    let kind = GridRule.kind(
      closure: closure?.law, isIrreversible: ladder.isIrreversible, coalesces: coalescence != nil,
      isFedWithParticles: recipe.flowThrough.map { !$0.seeds.isEmpty } ?? false
        || reactor.kind == .tanksInSeries)
    guard let grid = root.table("grid") else { return SizeGrid(kind: kind) }
    var made = SizeGrid(
      kind: SizeGrid.Kind(rawValue: grid.text("kind") ?? "") ?? kind,
      top: SizeGrid.Top(rawValue: grid.text("top") ?? "") ?? .growing)
    if made.kind == .exact, coalescence != nil { made.largest = GridRule.mostPairedSizes }
    if let largest = grid.integer("largest") { made.largest = largest }
    if let unitCells = grid.integer("unit_cells") { made.unitCells = unitCells }
    if let ratio = grid.number("cell_ratio") { made.cellRatio = ratio }
    if let spread = grid.number("class_spread") { made.classSpread = spread }
    if let classes = grid.integer("classes") { made.classes = classes }
    if let noise = grid.flag("growth_noise") { made.hasGrowthNoise = noise }
    return made
  }

  /// A closed or open top needs its size.
  mutating func checkTop() {
    guard let grid = root.table("grid"), let top = grid.text("top"), top != "growing",
      !grid.has("largest")
    else { return }
    reader.error(
      "[grid] needs \"largest\" where the top is \"\(top)\"", hint: "for example largest = 8000",
      at: grid.place("top"))
  }

  /// Refuses what the grid cannot do, at the key that says so.
  mutating func checkGrid(of experiment: Experiment) {
    let grid = root.table("grid")
    for objection in experiment.gridObjections {
      let place = grid.flatMap { $0.has(objection.key) ? $0.place(objection.key) : nil }
      reader.error(objection.text, hint: objection.hint, at: place ?? grid?.place ?? root.place)
    }
  }
}
