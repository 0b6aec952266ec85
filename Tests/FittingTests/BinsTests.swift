import Testing

@testable import ScenarioFiles

@Suite("Bins of diameters")
struct BinsTests {
  /// In metres most of these edges are not what their decimals say.
  @Test("hold their lower edges, whatever round-off says")
  func edges() {
    let bins = FitBins(first: 1.4e-9, last: 4.1e-9, width: 0.1e-9)
    for place in 0..<27 {
      let edge = Double(14 + place) / 10 * 1e-9
      #expect(bins.place(of: edge) == place)
      #expect(bins.place(of: edge + 0.099e-9) == place)
    }
    #expect(bins.place(of: 1.39e-9) < 0 && bins.place(of: 4.1e-9) == 27)
  }
}
