import Kinetics
import Synthesis

/// Why a run has no derivatives to a parameter; finite differences of whole runs may still have them.
public struct SensitivityRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// What stands in the way.
  public let reason: String
  /// The place of the parameter among the directions; nil where the experiment itself has none.
  public let direction: Int?

  public var description: String {
    let subject = direction.map { "parameter \($0 + 1)" } ?? "the experiment"
    return "\(subject) has no sensitivities: \(reason); use finite differences of whole runs"
  }
}

extension Experiment {
  /// Why it has no sensitivities at all; nil where it has.
  var obstacle: String? {
    if grid.kind == .moving { return "classes that move with their size keep none" }
    switch reactor {
    case .flask, .plugFlow: break
    case .tanks: return "tanks in series pass none on"
    case .laminarTube: return "a laminar tube mixes none"
    }
    if recipe.events.contains(where: { $0.time == nil }) {
      return "the times of its conditional events depend on the run"
    }
    return nil
  }

  /// What differs between two experiments that no derivative can cross; nil where nothing does.
  func difference(in structure: Experiment) -> String? {
    let (one, other) = (recipe, structure.recipe)
    func times(_ recipe: Recipe) -> [Double] {
      recipe.program.breakpoints + recipe.injections.flatMap { [$0.time, $0.duration] }
        + recipe.events.map { $0.time ?? -1 }
    }
    func names(_ experiment: Experiment) -> [String] { experiment.network.species.map(\.name) }
    let checks: [(Bool, String)] = [
      (grid == structure.grid, "it changes the grid"),
      (names(self) == names(structure), "it changes which species there are"),
      (
        network.reactions.count == structure.network.reactions.count,
        "it changes which reactions there are"
      ),
      (crystalFloor == structure.crystalFloor, "it changes the crystal floor"),
      (reactor == structure.reactor, "it changes the reactor"),
      (
        duration == structure.duration && outputs == structure.outputs,
        "it changes the duration or the times of outputs"
      ),
      (times(one) == times(other), "it moves the times of injections, events or ramps"),
      (
        (one.heat == nil) == (other.heat == nil)
          && (one.flowThrough == nil) == (other.flowThrough == nil),
        "it adds or removes a heat balance or a flow"
      ),
      (
        ladder.isIrreversible == structure.ladder.isIrreversible,
        "it makes the solid soluble or insoluble"
      ),
      (
        (nucleation == nil) == (structure.nucleation == nil)
          && (coalescence == nil) == (structure.coalescence == nil)
          && ligands.count == structure.ligands.count
          && dopants.count == structure.dopants.count && seeds.count == structure.seeds.count,
        "it adds or removes a closure, coalescence, ligands, dopants or seeds"
      ),
    ]
    return checks.first { !$0.0 }?.1
  }
}
