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
      isDoped: !root.tables("dopant").isEmpty,
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
    if experiment.grid.kind == .moving, !experiment.ladder.isIrreversible,
      experiment.nucleation?.law.bears ?? false, let grid, grid.has("kind")
    {
      reader.warning(
        "on the moving grid a whole class of small crystals dissolves at once, which throws the "
          + "supersaturation up where crystals dissolve while others are born",
        hint: "compare with \"hybrid\", the grid of such a closure", at: grid.place("kind"))
    }
    warnOfIdleKeys(experiment.grid)
    for objection in experiment.gridObjections {
      let place = grid.flatMap { $0.has(objection.key) ? $0.place(objection.key) : nil }
        .flatMap { $0.source.kind == .fallback ? nil : $0 }
      let table = ["grid", "nucleation"].compactMap { root.table($0) }.first {
        $0.place.source.kind != .fallback
      }
      let asking = root.tables("energy").first ?? table
      reader.error(
        objection.text, hint: objection.hint,
        at: place ?? table?.place ?? asking?.place ?? root.place)
    }
  }

  /// Says of keys that belong to another grid that nothing comes of them.
  private mutating func warnOfIdleKeys(_ made: SizeGrid) {
    guard let grid = root.table("grid") else { return }
    let homes: [(key: String, kind: SizeGrid.Kind)] = [
      ("unit_cells", .hybrid), ("cell_ratio", .hybrid), ("class_spread", .moving),
      ("classes", .moving),
    ]
    var idle = homes.filter { $0.kind != made.kind }.map(\.key)
    if made.kind == .moving, grid.flag("growth_noise") == true { idle.append("growth_noise") }
    for key in idle where grid.has(key) && grid.place(key).source.kind != .fallback {
      reader.warning(
        "\"\(key)\" has no effect on the \(made.kind.rawValue) grid", hint: "leave it out",
        at: grid.place(key))
    }
  }
}
