import PopulationBalance
import Synthesis
import Testing

@Suite("Matter is kept")
struct MatterTests {
  /// Two hundred in release (`swift test -c release`), a few in a debug build.
  #if DEBUG
    private static let count: UInt64 = 12
  #else
    private static let count: UInt64 = 200
  #endif

  @Test("by random experiments", arguments: 1...count)
  func random(seed: UInt64) {
    var flask = RandomFlask(seed: seed)
    let trajectory = flask.experiment().balance()
    #expect(trajectory.interruption == nil)
    #expect(trajectory.frames.count == 4)
    #expect(trajectory.statistics.matterDefect <= (flask.isClosed ? 1e-12 : 1e-10))
    for frame in trajectory.frames {
      #expect(([frame.number, frame.yield] + frame.species).reduce(0, +).isFinite)
    }
  }

  @Test("a defect is seen: matter that nobody supplied")
  func defect() {
    let trajectory = Flasks.synthesis(duration: 1).balance()
    let frame = trajectory.frames[3]
    let units = frame.species[0] + frame.species[1] + frame.subcritical + frame.inCrystals
    #expect(relativeError(units, 20) <= 1e-12)
  }

  @Test("bins keep number and units of the crystals")
  func bins() {
    let trajectory = Flasks.synthesis().balance()
    let distributions = trajectory.distributions
    for (place, frame) in trajectory.frames.enumerated().dropFirst() {
      let units = distributions.units[place].reduce(0, +)
      #expect(relativeError(units, frame.subcritical + frame.inCrystals) <= 1e-12)
      let above = zip(distributions.edges, distributions.numbers[place]).reduce(0) {
        $1.0 > 29 ? $0 + $1.1 : $0
      }
      #expect(relativeError(above, frame.number) <= 1e-9)
    }
    #expect(distributions.numbers[0].count == distributions.edges.count - 1)
    #expect(distributions.edges.count <= 401)
    #expect(zip(distributions.edges, distributions.edges.dropFirst()).allSatisfy { $0 < $1 })
  }
}
