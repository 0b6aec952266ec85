import ArgumentParser
import ScenarioFiles

/// `qdsynth schema`: the JSON Schema of scenario files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Write the JSON Schema of scenario files, for editors.")

  func run() {
    Terminal.result(ScenarioSchema.text)
  }
}
