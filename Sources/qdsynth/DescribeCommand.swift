import ArgumentParser
import Kinetics
import Laws
import Units

/// `qdsynth describe`: the catalogue, each entry with its equation, constants or keys, and source.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Describe laws, materials, recipes and reactors: equation, keys, units, source.")

  @Argument(help: "A law, a material, a reactor ...; without one, all of them are listed.")
  var name: String?

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let entries = CatalogueEntry.all
    guard let name else {
      Terminal.result(json ? try CatalogueEntry.json(entries) : CatalogueEntry.list(entries))
      return
    }
    let found = entries.filter { $0.name.lowercased() == name.lowercased() }
    guard !found.isEmpty else {
      let known = Array(Set(entries.map(\.name))).sorted()
      throw Fault(
        .usage,
        "error: nothing in the catalogue is called \"\(name)\"; "
          + NearestName.advice(on: name, among: known))
    }
    Terminal.result(
      json
        ? try CatalogueEntry.json(found)
        : found.map(\.description).joined(separator: "\n\n"))
  }
}
