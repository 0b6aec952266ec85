import Foundation
import Synthesis
import Testing

@Suite("Milestones of a course")
struct MilestonesTests {
  /// A cubic metre at times from 0 to `end`, as `change` makes it.
  private func course(
    to end: Double, count: Int = 101, _ change: (Double, inout Glance) -> Void
  ) -> [Glance] {
    (0..<count).map { place in
      var glance = Glance()
      glance.time = end * Double(place) / Double(count - 1)
      glance.volume = 1
      glance.conversion = glance.time / end
      change(glance.time, &glance)
      return glance
    }
  }

  private func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
  }

  @Test("a constant flux of nuclei passes 10 % and 90 % at 10 % and 90 % of its time")
  func constantFlux() {
    let milestones = Milestones(
      of: course(to: 50, count: 4) { _, glance in glance.nucleationRate = 3e20 })
    #expect(isNear(milestones.nucleation10.time, 5))
    #expect(isNear(milestones.nucleation90.time, 45))
    #expect(isNear(milestones.nucleation10.conversion, 0.1))
    #expect(isNear(milestones.nucleation90.conversion, 0.9))
  }

  @Test("a flux that rises in proportion to time passes a share x after √x of its time")
  func risingFlux() {
    let milestones = Milestones(
      of: course(to: 50, count: 4) { time, glance in glance.nucleationRate = time })
    #expect(isNear(milestones.nucleation10.time, 50 * 0.1.squareRoot()))
    #expect(isNear(milestones.nucleation90.time, 50 * 0.9.squareRoot()))
    #expect(milestones.nucleationPeak.time == 50)
  }

  @Test("nuclei are those of the whole flask, and only those that are born")
  func wholeFlask() {
    let milestones = Milestones(
      of: course(to: 100) { time, glance in
        glance.volume = time < 49.5 ? 1 : 3
        glance.nucleationRate = time < 49.5 ? 3 : (time < 79.5 ? 1 : -50)
      })
    // 3 per second throughout the first 79 s, straight to less than none in the next one.
    #expect(isNear(milestones.nucleation10.time, 7.9, 2e-2))
    #expect(isNear(milestones.nucleation90.time, 0.9 * 79, 2e-2))
  }

  @Test("nuclei that are few beside seeds are none")
  func fewNuclei() {
    let milestones = Milestones(
      of: course(to: 10) { _, glance in
        glance.number = 1e20
        glance.nucleationRate = 1e12
      })
    #expect(milestones.nucleation10.time == nil)
    #expect(milestones.nucleationPeak.time == nil)
    #expect(Milestones(of: []) == Milestones())
  }

  /// Nuclei until 40 s, a growth that rises in proportion to time until 100 s, a supply of 3 units.
  @Test("overlap of nucleation and growth, and the meeting of supply and uptake")
  func overlap() {
    let milestones = Milestones(
      of: course(to: 100) { time, glance in
        glance.nucleationRate = time <= 40 ? 1 : 0
        glance.crystalUptakeRate = time / 20
        glance.supplyRate = 3
      })
    let end = 0.9 * 40.5
    #expect(isNear(milestones.nucleation90.time, end))
    #expect(isNear(milestones.nucleationOverlap, end * end / 1e4))
    #expect(isNear(milestones.supplyOverUptake, 3 / (end / 20)))
    #expect(isNear(milestones.supplyMeetsUptake.time, 60))
    #expect(isNear(milestones.supplyMeetsUptake.conversion, 0.6))
  }

  @Test("supply that never covers the uptake does not meet it")
  func noSupply() {
    let milestones = Milestones(
      of: course(to: 10) { _, glance in
        glance.nucleationRate = 1
        glance.crystalUptakeRate = 1
      })
    #expect(milestones.supplyMeetsUptake == Milestones.Moment())
    #expect(milestones.supplyOverUptake == 0)
  }

  @Test("the peak of a parabola between points")
  func supersaturation() {
    let milestones = Milestones(
      of: course(to: 10, count: 8) { time, glance in
        glance.supersaturation = 7 - (time - 4.3) * (time - 4.3)
      })
    #expect(isNear(milestones.supersaturationPeak.time, 4.3))
    #expect(isNear(milestones.highestSupersaturation, 7))
  }

  /// sd falls until 30 s, rises until 60 s and falls again; the mean stays.
  @Test("spread turns where it turns, and not where it trembles")
  func turns() {
    let milestones = Milestones(
      of: course(to: 100, count: 1001) { time, glance in
        glance.number = 1
        glance.radiusMean = 4
        let bend = time < 60 ? abs(time - 30) : 60 - time + 30
        glance.radiusSD = 1 + bend / 100 + 1e-4 * sin(40 * time)
      })
    for turns in [milestones.sdTurns, milestones.dispersionTurns] {
      #expect(turns.toDefocusing.count == 1 && turns.toFocusing.count == 1)
      #expect(isNear(turns.toDefocusing.first, 30, 1e-2))
      #expect(isNear(turns.toFocusing.first, 60, 1e-2))
    }
    // It still falls at the end, and is lower there than at 30 s.
    #expect(milestones.narrowest.time == 100)
    #expect(isNear(milestones.lowestDispersion, 0.9 / 4, 1e-3))
  }

  @Test("growth at constant sd focuses the relative spread alone")
  func relativeSpread() {
    let milestones = Milestones(
      of: course(to: 100) { time, glance in
        glance.number = 1
        glance.radiusMean = time < 50 ? 1 + time : 51
        glance.radiusSD = time < 50 ? 0.2 : 0.2 + (time - 50) / 100
      })
    #expect(milestones.sdTurns == Milestones.Turns())
    #expect(isNear(milestones.dispersionTurns.toDefocusing.first, 50, 2e-2))
    #expect(isNear(milestones.lowestDispersion, 0.2 / 51, 2e-2))
  }
}
