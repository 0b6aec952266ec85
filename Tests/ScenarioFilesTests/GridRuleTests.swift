import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Which grid a scenario runs on, and what it is told where that cannot be.
@Suite struct `The grid of a scenario` {
  private static let closure = """
    [nucleation]
    law = "exponential"
    prefactor = "1e30 1/(m^3 s)"
    barrier = 300
    nucleus_radius = "0.6 nm"

    """
  private static let coalescence =
    "[coalescence]\nlaw = \"constant\"\nrate_constant = \"1e-20 m^3/s\"\n"
  private static let still = "[nucleation]\nlaw = \"none\"\n"

  private func text(_ tables: String, grid: String = "", solubility: String? = nil) -> String {
    let text = Fixtures.good.replacing(
      "[grid]\nkind = \"exact\"\nlargest = 200000\n", with: tables + grid)
    guard let solubility else { return text }
    return text.replacing(
      "solubility = { value = \"1 umol/L\", at = \"240 degC\", enthalpy = \"60 kJ/mol\" }",
      with: "solubility = \"\(solubility)\"")
  }

  @Test func `follows from what nucleates, dissolves and coalesces`() throws {
    func kind(_ tables: String, solubility: String? = nil) throws -> SizeGrid.Kind {
      try Scenario.parse(text(tables, solubility: solubility)).experiment.grid.kind
    }
    #expect(try kind("") == .exact)
    #expect(try kind(Self.closure) == .hybrid)
    #expect(try kind(Self.still, solubility: "0 mol/L") == .moving)
    #expect(try kind(Self.still) == .hybrid)
    #expect(try kind(Self.coalescence) == .hybrid)
    #expect(try kind(Self.closure + Self.coalescence) == .hybrid)
  }

  @Test func `is warned of keys of another grid, and of classes that dissolve`() throws {
    let scenario = try Scenario.parse(
      text(Self.closure, grid: "[grid]\nkind = \"moving\"\ncell_ratio = 0.05\n"))
    let messages = scenario.warnings.map(\.message)
    #expect(messages.contains("\"cell_ratio\" has no effect on the moving grid"))
    #expect(messages.contains { $0.contains("dissolves at once") })
  }

  @Test(arguments: [
    ("", "kind = \"moving\"", "the moving grid holds no clusters", "kind"),
    (Self.closure + Self.coalescence, "kind = \"moving\"", "do not coalesce on the moving", "kind"),
    (
      Self.closure, "kind = \"moving\"\ntop = \"closed\"\nlargest = 900",
      "the moving grid has no top", "top"
    ),
    (
      Self.coalescence, "kind = \"exact\"\nlargest = 3000", "every pair of sizes coalesces", "kind"
    ),
    (
      Self.closure, "kind = \"hybrid\"\ntop = \"closed\"\nlargest = 12",
      "the grid ends at 12", "largest"
    ),
    ("", "growth_noise = false", "whose noise is real", "growth_noise"),
    (
      "[[energy]]\nlaw = \"magic-size\"\nsizes = [70]\ndepths = [\"0.2 eV\"]\n",
      "kind = \"hybrid\"\nunit_cells = 60", "lies in a cell with other sizes", "unit_cells"
    ),
    (
      "[[energy]]\nlaw = \"magic-size\"\nsizes = [70]\ndepths = [\"0.2 eV\"]\n",
      "top = \"closed\"\nlargest = 65", "is larger than the grid, 65 units", "largest"
    ),
    (
      Self.closure + "[[energy]]\nlaw = \"magic-size\"\nsizes = [7]\ndepths = [\"0.2 eV\"]\n",
      "kind = \"moving\"", "moving classes pass over", "kind"
    ),
  ])
  func `is told what it cannot do, at the key that asks for it`(
    tables: String, grid: String, message: String, key: String
  ) throws {
    let text = text(tables, grid: "[grid]\n" + grid + "\n")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text) }
    let first = try #require(error?.diagnostics.first { $0.message.contains(message) })
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[first.line - 1]
    #expect(line.hasPrefix(key + " ="))
    #expect(first.hint?.isEmpty == false)
  }
}
