import Foundation
import Inference
import Testing

/// sin² along one axis has a minimum every turn; a slope makes one of them the lowest.
///
/// Its root is steep at the minima, so that no step of Gauss and Newton leaves one for the next.
@Suite struct MultiStartTests {
  private let model = ClosureModel([
    FitParameter("angle", start: 8, lower: -10, upper: 10),
    FitParameter("length", start: 1, lower: 1e-3, upper: 1e3, scale: .logarithmic),
  ]) { p throws(ModelFailure) in
    if p[1] > 500 { throw ModelFailure("too long") }
    return [3 * sin(p[0] / 2), 0.2 * (p[0] + 1), log(p[1]) - 2]
  }

  @Test(arguments: MultiStart.Design.allCases)
  func isTheSameForAnyNumberOfJobs(design: MultiStart.Design) throws {
    let starts = try MultiStart(model, count: 24, design: design, seed: 3)
    let alone = starts.run(jobs: 1)
    #expect(starts.run(jobs: 2) == alone)
    #expect(starts.run(jobs: 4) == alone)
    #expect(starts.run(17) == alone[17])
    #expect(starts.run([17, 3], jobs: 2) == [alone[17], alone[3]])
    #expect(alone[0].start == [8, 1])
    #expect(Set(alone.map { $0.start[0] }).count == 24)
    let other = try MultiStart(model, count: 24, design: design, seed: 4)
    #expect(other.start(5) != alone[5].start)
    let waterfall = Waterfall(alone)
    #expect(waterfall.fits.count + waterfall.failed.count == 24)
    #expect(waterfall.failed.allSatisfy { $0.failure?.contains("too long") == true })
    let best = try #require(waterfall.best)
    // Where 4.5 sin x + 0.08 (x + 1) = 0.
    #expect(abs(best.values[0] + 0.01747) < 1e-4 && abs(best.values[1] - exp(2)) < 1e-4)
    #expect(best.objective < (alone[0].fit?.objective ?? 0) - 1)
    let stored = try JSONEncoder().encode(alone)
    #expect(try JSONDecoder().decode([Attempt].self, from: stored) == alone)
  }

  @Test func pointsNeedBounds() {
    let open = ClosureModel([FitParameter("a", start: 1)]) { $0 }
    #expect(throws: InferenceError.unbounded(name: "a")) { try MultiStart(open, count: 2) }
  }
}
