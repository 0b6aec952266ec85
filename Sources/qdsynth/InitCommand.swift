import ArgumentParser
import ScenarioFiles
import Units

/// `qdsynth init`: a commented scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented scenario to start from.")

  @Argument(help: "Which one: \(names.joined(separator: ", ")).")
  var template = ScenarioTemplate.recipe.rawValue

  private static let names = ScenarioTemplate.allCases.map(\.rawValue)

  func run() throws {
    guard let template = ScenarioTemplate(rawValue: template) else {
      throw Fault(
        .usage,
        "error: no template is called \"\(self.template)\"; "
          + NearestName.advice(on: self.template, among: Self.names))
    }
    Terminal.result(String(template.text.dropLast()))
  }
}
