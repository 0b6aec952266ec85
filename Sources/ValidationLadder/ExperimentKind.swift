import Kinetics
import Synthesis

/// Whether anything is done to a flask after the start.
enum ExperimentKind: String, CaseIterable {
  /// Nothing: what is in it stays in it, at one temperature.
  case closed
  /// Injections, changing temperatures, species held from outside.
  case driven

  init(_ experiment: Experiment) {
    let recipe = experiment.recipe
    let isDriven =
      !recipe.injections.isEmpty || !recipe.program.isConstant || recipe.heat != nil
      || experiment.network.species.contains(where: \.isHeld)
    self = isDriven ? .driven : .closed
  }
}
