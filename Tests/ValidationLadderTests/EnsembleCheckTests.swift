import Testing

@testable import ValidationLadder

/// Ten molecules of which each goes at one a second, two hundred times.
@Suite("Cases of realizations")
struct EnsembleCheckTests {
  private static func folder(
    _ rows: String, quantity: String = "\"mean\", \"sd\", \"share\"",
    tolerance: String = "[3, 5, 3]",
    methods: String = "\"direct\", \"tau-leaping\""
  ) throws -> CaseFolder {
    let folder = try CaseFolder()
    try folder.write(
      """
      title = "Decay"
      kind = "ensemble"
      tier = "quick"
      source = "a test"
      methods = [\(methods)]
      quantity = [\(quantity)]
      norm = "absolute"
      tolerance = \(tolerance)
      why = "a test"
      count = 400
      quick_count = 200
      """, to: "case.toml")
    try folder.write(
      """
      schema = 1
      title = "Decay"

      [run]
      duration = "1 s"
      outputs = ["1 s"]
      engine = "monte-carlo"

      [monte_carlo]
      volume = "1.6605390671738466e-24 m^3"

      [material]
      name = "dimensionless"
      volume_per_unit = "1e-28 m^3"
      surface_energy = "0 J/m^2"
      solubility = "0 mol/L"

      [flask]
      volume = "1 L"
      temperature = "500 K"

      [[species]]
      name = "A"
      initial = "10 mol/m^3"

      [[species]]
      name = "B"

      [[reaction]]
      equation = "A -> B"
      rate_constant = "1 1/s"

      [nucleation]
      law = "none"

      [attachment]
      law = "surface-limited"
      surface_rate_constant = "0 m/s"
      """, to: "scenario.toml")
    try folder.write(
      "time [s],measure,quantity,value [1],expected [1],sd [1]\n" + rows, to: "reference.csv")
    return folder
  }

  /// 10 e^-1, with √(10 e^-1 (1 - e^-1)); all are left with e^-10.
  private static let right =
    "1,moments,A,,3.67879441171,1.52494934681\n1,share,B,10,0.010193,\n"

  private func claims(_ folder: borrowing CaseFolder) throws -> [Claim] {
    try ValidationLadder(in: folder.root).cases[0].claims(.quick)
  }

  @Test("pass what is right, by each method")
  func right() throws {
    let claims = try claims(Self.folder(Self.right))
    #expect(claims.count == 6)
    #expect(claims.allSatisfy { $0.verdict == .passed })
    #expect(claims[0].quantity == "mean of A at 1 s, direct")
    #expect(claims[5].quantity == "share of B = 10 at 1 s, tau-leaping")
    #expect(claims[2].found.hasSuffix("of 200"))
  }

  @Test(
    "fail what is wrong",
    arguments: [
      "1,moments,A,,4.2,1.525\n1,share,B,10,0.0102,\n",
      "1,moments,A,,3.679,1\n1,share,B,10,0.0102,\n",
      "1,moments,A,,3.679,1.525\n1,share,B,10,0.1,\n",
    ])
  func wrong(rows: String) throws {
    #expect(try claims(Self.folder(rows)).contains { $0.verdict == .failed })
  }

  @Test(
    "say what a reference lacks",
    arguments: [
      ("1,moments,A,,3.7,\n", "lacks its sd"), ("1,share,B,,0.1,\n", "lacks its value"),
      ("1,median,A,,4,\n", "is no measure"), ("1,moments,C,,4,1\n1,share,B,10,0.01,\n", "\"C\""),
      ("2,moments,A,,4,1\n1,share,B,10,0.01,\n", "no output at 2 s"),
      ("1,moments,A,,4,1\n", "no row for \"share\""),
    ])
  func lacking(rows: String, words: String) throws {
    let folder = try Self.folder(rows)
    let error = #expect(throws: CaseError.self) { try claims(folder) }
    #expect(error?.description.contains(words) == true)
  }

  @Test("refuse a method that there is not")
  func method() throws {
    let folder = try Self.folder(Self.right, methods: "\"guess\"")
    let error = #expect(throws: CaseError.self) { try ValidationLadder(in: folder.root) }
    #expect(error?.description.contains("\"guess\" is no method") == true)
  }
}
