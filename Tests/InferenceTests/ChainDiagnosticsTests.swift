import Testing

@testable import Inference

/// Against arviz 0.23.
@Suite struct ChainDiagnosticsTests {
  /// The chains of `Fixtures/oracle.py`.
  private func chains(_ chains: Oracle.Chains) -> [[Double]] {
    if let draws = chains.draws { return draws }
    var state = chains.seed
    return (0..<4).map { chain in
      var x = 0.0
      return (0..<chains.length).map { _ in
        state = state * 16807 % 2_147_483_647
        x = chains.rho * x + normalQuantile(Double(state) / 2_147_483_647)
        let draw = x + chains.shift * Double(chain)
        return chains.rounded ? draw.rounded(.toNearestOrEven) : draw
      }
    }
  }

  @Test func asArvizHasThem() throws {
    for reference in try Oracle.read().chains {
      let diagnostics = ChainDiagnostics(chains(reference))
      let found = [
        diagnostics.rHat, diagnostics.bulkSampleSize, diagnostics.tailSampleSize,
        diagnostics.meanSampleSize,
      ]
      let expected = [reference.rhat, reference.bulk, reference.tail, reference.mean]
      #expect(relativeDistance(found, expected) < 1e-8, "\(reference.seed): \(found) \(expected)")
    }
  }

  @Test func normalQuantiles() throws {
    let quantiles = try Oracle.read().quantiles
    for (share, value) in zip(quantiles.shares, quantiles.values) {
      #expect(abs(normalQuantile(share) - value) < 1e-12 * max(1, abs(value)))
    }
  }
}
