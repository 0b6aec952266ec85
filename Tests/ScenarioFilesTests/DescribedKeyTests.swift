import Kinetics
import Synthesis
import Testing

@testable import ScenarioFiles

/// What `describe` says of recipes, reactors and ligands is of the keys that scenarios have.
@Suite struct `A described role` {
  private static let roles =
    RoleDescription.recipe + RoleDescription.reactors + RoleDescription.ripened
    + RoleDescription.kinetics.filter { $0.table == "[[ligand]]" }

  private func names(in table: String) -> Set<String> {
    Set(Self.roles.filter { $0.table == table }.map(\.name))
  }

  private func choices(_ key: String, in spec: TableSpec) -> Set<String> {
    guard case .choice(let names, _)? = spec.everyKey.first(where: { $0.name == key })?.kind else {
      return []
    }
    return Set(names)
  }

  @Test func `is there for every reactor that a scenario can name`() {
    #expect(names(in: "[reactor]") == choices("kind", in: ScenarioTables.reactor))
    #expect(names(in: "[reactor]").count == 5)
  }

  @Test func `is there for every law of ligands`() {
    #expect(names(in: "[[ligand]]") == choices("law", in: ScenarioTables.ligand))
    #expect(names(in: "[[ligand]]") == ["langmuir"])
  }

  @Test func `is there for every shape of seeds that comes from a theory`() {
    let shapes = choices("distribution", in: ScenarioTables.seed)
    #expect(names(in: "[[seed]]") == shapes.subtracting(["lognormal", "normal", "schulz"]))
  }

  @Test func `is there for every table of what is done to a flask`() {
    let tables = Set(RoleDescription.recipe.map(\.table))
    #expect(tables == ["[[flask.program]]", "[flask.heat]", "[[injection]]", "[[feed]]"])
  }

  @Test(arguments: roles.map(\.name))
  func `has its equation, assumptions, a dated source, and keys`(name: String) throws {
    let role = try #require(Self.roles.first { $0.name == name })
    #expect(!role.equation.isEmpty && role.assumptions.hasSuffix("."))
    #expect(role.source.contains(#/\b(?:18|19|20)\d\d\)/#))
    #expect(DescribedKey.all(of: role).isEmpty == (name == "batch"))
  }

  @Test func `has the keys of its own kind, with their units and defaults`() throws {
    func keys(_ name: String) throws -> [String: DescribedKey] {
      let role = try #require(Self.roles.first { $0.name == name })
      return Dictionary(uniqueKeysWithValues: DescribedKey.all(of: role).map { ($0.name, $0) })
    }
    #expect(try Set(keys("plug-flow").keys) == ["residence_time"])
    #expect(try keys("tanks-in-series")["tanks"]?.meaning.hasSuffix("required") == true)
    #expect(try keys("cstr")["feed"]?.unit == "mol/m^3")
    #expect(try keys("feed")["program.rate"]?.unit == "m^3/s")
    #expect(try keys("feed")["at"]?.value == 0)
    #expect(try keys("heat")["heat_transfer"]?.unit == "W/K")
    #expect(try keys("langmuir")["adsorption_constant"]?.unit == "m^3/(mol s)")
    #expect(try Set(keys("lsw-diffusion").keys) == ["number", "mean"])
  }
}
