import Testing

@testable import ValidationLadder

@Suite("Cases of fits")
struct FitCasesTests {
  private static func folder(
    _ kind: String, _ keys: String = "", reference: String
  ) throws -> CaseFolder {
    let folder = try CaseFolder()
    try folder.write(
      """
      title = "A fit"
      kind = "\(kind)"
      tier = "quick"
      source = "a test"
      quantity = "value"
      norm = "absolute"
      tolerance = 1e-6
      why = "a test"
      \(keys)
      """, to: "case.toml")
    try folder.write(reference, to: "reference.csv")
    return folder
  }

  private func claims(_ folder: borrowing CaseFolder) throws -> [Claim] {
    try ValidationLadder(in: folder.root).cases[0].claims(.quick)
  }

  private static let plane = "a,y,sigma\n1,2,0.5\n1,4,0.5\n"

  @Test("pass what is right and fail what is wrong", arguments: [(3.0, true), (3.1, false)])
  func verdict(value: Double, passes: Bool) throws {
    let folder = try Self.folder(
      "inference", "target = \"linear\"", reference: "quantity,of,value\nvalue,a,\(value)\n")
    try folder.write(Self.plane, to: "data.csv")
    #expect(try claims(folder).map(\.verdict) == [passes ? .passed : .failed])
  }

  @Test(
    "say what an inference lacks",
    arguments: [
      ("", "value,a,3", "needs a \"target\": linear, banana"),
      ("target = \"linear\"", "value,b,3", "no value of [\"b\"]"),
      ("target = \"linear\"", "mean,a,3", "no mean of [\"a\"]"),
      ("target = \"linear\"", "guess,a,3", "no guess"),
    ])
  func lacking(keys: String, row: String, words: String) throws {
    let folder = try Self.folder("inference", keys, reference: "quantity,of,value\n\(row)\n")
    try folder.write(Self.plane, to: "data.csv")
    let error = #expect(throws: CaseError.self) { try claims(folder) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test("refuse a target that there is not")
  func target() throws {
    let folder = try Self.folder(
      "inference", "target = \"guess\"", reference: "quantity,of,value\nvalue,a,3\n")
    let error = #expect(throws: CaseError.self) { try ValidationLadder(in: folder.root) }
    #expect(error?.description.contains("\"guess\" is no target of a case") == true)
  }

  @Test("are skipped, and say so, where measurements are not here")
  func skipped() throws {
    let folder = try Self.folder(
      "fit", "data = \"nowhere/diameters.csv\"", reference: "quantity,of,from,to\nvalue,a,1,2\n")
    let claims = try claims(folder)
    #expect(claims.map(\.verdict) == [.skipped])
    #expect(claims[0].found.hasPrefix("nowhere/diameters.csv is not here"))
    #expect(ClaimTable(claims).failures == 0 && ClaimTable(claims).skips == 1)
  }

  private static let decay = """
    schema = 1
    title = "Decay"

    [run]
    duration = "1 s"

    [material]
    name = "CdSe"
    surface_energy = "0.2 J/m^2"
    solubility = "1 umol/L"

    [flask]
    volume = "1 L"
    temperature = "500 K"

    [[species]]
    name = "A"
    initial = "10 mol/m^3"

    [nucleation]
    law = "none"

    [attachment]
    law = "surface-limited"
    surface_rate_constant = "0 m/s"
    """

  @Test("need a scenario with a fit", arguments: ["fit", "recovery", "gradient"])
  func plan(kind: String) throws {
    let folder = try Self.folder(
      kind, "count = 2", reference: "quantity,of,value,from,to\nvalue,a,0,1,2\n")
    try folder.write(Self.decay, to: "scenario.toml")
    let error = #expect(throws: CaseError.self) { try claims(folder) }
    #expect(error?.description.contains("[fit]") == true, "\(String(describing: error))")
  }

  @Test("know what a fit gives")
  func numbers() {
    #expect(throws: CaseError.self) { try FittedNumber("guess", of: "a") }
    #expect(throws: Never.self) { try FittedNumber("at-bound", of: "a") }
  }
}
