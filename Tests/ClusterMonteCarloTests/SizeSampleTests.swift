import ClusterMonteCarlo
import Testing

@Suite struct SizeSampleTests {
  @Test func particles() {
    #expect(SizeSample(units: [2, 7], counts: [3, 4]).particles == 7)
  }
}
