import FrameFits
import Testing

@testable import ValidationLadder

@Suite("Cases of measured frames")
struct FramesCheckTests {
  private static func folder(
    _ keys: String, constants: String = "start = \"0 s\"", quantity: String = "radius_mean"
  ) throws -> CaseFolder {
    let folder = try CaseFolder()
    try folder.write(
      """
      title = "Frames"
      kind = "frames"
      tier = "quick"
      source = "a test"
      \(keys)
      constants = { \(constants) }
      quantity = "\(quantity)"
      norm = "relative"
      tolerance = 1e-9
      why = "a test"
      """, to: "case.toml")
    try folder.write("time [s],radius_mean [nm]\n0,2\n", to: "reference.csv")
    return folder
  }

  private func claims(_ folder: borrowing CaseFolder) throws -> [Claim] {
    try ValidationLadder(in: folder.root).cases[0].claims(.quick)
  }

  /// A case is never passed for want of data, and never skipped for want of its own.
  @Test("are skipped aloud without data that may not be given away")
  func skipped() throws {
    let claims = try claims(Self.folder("shared = \"nowhere/a.dat\""))
    #expect(claims.map(\.verdict) == [.skipped])
    #expect(claims[0].found.contains("shared/data/nowhere/a.dat is not here"))
    let table = ClaimTable(claims)
    #expect(table.skips == 1 && table.failures == 0)
  }

  @Test("fail without data of their own")
  func absent() throws {
    let folder = try Self.folder("frames = \"a.dat\"")
    #expect(throws: CaseError.self) { try claims(folder) }
  }

  @Test("refuse constants that frames have not")
  func strange() throws {
    let folder = try Self.folder("frames = \"a.dat\"", constants: "viscosity = \"1 mPa s\"")
    let error = #expect(throws: CaseError.self) { try claims(folder) }
    #expect(error?.description.contains("no constant \"viscosity\"") == true)
  }
}
