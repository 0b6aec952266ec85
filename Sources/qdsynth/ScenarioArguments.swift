import ArgumentParser
import ScenarioFiles

/// The scenario that a command works on.
struct ScenarioArguments: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["toml"]))
  var scenario: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Put a value in the place of another, as in run.duration=\"10 min\".",
      valueName: "path=value"))
  var overrides: [String] = []

  /// The scenario, or what is wrong with it in one fault.
  ///
  /// - Parameter choices: what other options of the command put in the place of its values.
  func load(adding choices: [ScenarioOverride] = []) throws -> Scenario {
    do throws(ScenarioError) {
      var values: [ScenarioOverride] = []
      for option in overrides { values.append(try ScenarioOverride(option: option)) }
      return try Scenario.load(scenario, overrides: values + choices)
    } catch {
      throw Fault(error)
    }
  }
}

extension Fault {
  /// A scenario that cannot be had: 66 where a file is missing, else 65.
  init(_ error: ScenarioError) {
    self.init(Self.status(of: error), error.description)
  }

  static func status(of error: ScenarioError) -> ExitStatus {
    if case .missing = error { .inputMissing } else { .badData }
  }
}
