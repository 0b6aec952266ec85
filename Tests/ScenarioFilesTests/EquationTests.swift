import Testing

@testable import ScenarioFiles

/// Equations as chemists write them.
@Suite struct `An equation` {
  private func sides(_ text: String, known: [String] = []) throws -> String {
    let equation = try EquationText(text, known: known)
    func side(_ terms: [EquationText.Term]) -> String {
      terms.map { "\($0.count) \($0.name)" }.joined(separator: " + ")
    }
    return "\(side(equation.left)) \(equation.isReversible ? "<->" : "->") \(side(equation.right))"
  }

  @Test(arguments: [
    ("A -> solute", "1.0 A -> 1.0 solute"),
    ("A + 2 B -> solute + C", "1.0 A + 2.0 B -> 1.0 solute + 1.0 C"),
    ("A+2B->solute", "1.0 A + 2.0 B -> 1.0 solute"),
    ("0.5 A2 <-> B", "0.5 A2 <-> 1.0 B"),
    ("A ⇌ B", "1.0 A <-> 1.0 B"),
    ("Pb(OA)2 + TU → solute", "1.0 Pb(OA)2 + 1.0 TU -> 1.0 solute"),
  ])
  func `is read`(_ text: String, _ expected: String) throws {
    #expect(try sides(text) == expected)
  }

  @Test func `may hold names with signs and digits where they are known`() throws {
    #expect(
      try sides("Ag+ + 2e -> solute", known: ["Ag+", "2e"]) == "1.0 Ag+ + 1.0 2e -> 1.0 solute")
  }

  @Test(arguments: [
    ("A = B", 0), ("A -> B -> C", 7), ("A + -> B", 4), ("-> B", 0), ("A ->", 3), ("A B -> C", 2),
    ("A -> 2 3 B", 7),
  ])
  func `that makes no sense is told where`(_ text: String, _ offset: Int) {
    do throws(EquationText.Fault) {
      _ = try EquationText(text, known: [])
      Issue.record("\(text) was read")
    } catch {
      #expect(error.offset == offset, "\(text): \(error.message)")
    }
  }
}
