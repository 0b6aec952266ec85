import Testing

@testable import Campaigns

@Suite struct IdentityTests {
  /// The answer of FIPS 180-2 for "abc".
  @Test func digestIsSHA256() {
    #expect(
      PointIdentity(ofResolvedText: "abc").digits
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func seedsFollowSweepPointAndReplicate() {
    let point = PointIdentity(ofResolvedText: "x = 1")
    let seeds = [
      point.seed(ofSweep: 1, replicate: 0), point.seed(ofSweep: 1, replicate: 1),
      point.seed(ofSweep: 2, replicate: 0),
      PointIdentity(ofResolvedText: "x = 2").seed(ofSweep: 1, replicate: 0),
    ]
    #expect(Set(seeds).count == 4)
    #expect(seeds.allSatisfy { $0 < 1 << 53 })
    #expect(point.seed(ofSweep: 1, replicate: 0) == seeds[0])
  }
}
