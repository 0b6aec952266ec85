import ScenarioFiles
import Testing
import Units

/// A point of a sweep may cost two milliseconds in all; reading it takes a fraction of that.
@Suite struct ScenarioSpeedSlowTests {
  @Test func `A sweep point is read in less than half a millisecond`() throws {
    let scenario = try Scenario.parse(Fixtures.good)
    let count = 1000
    let time = try ContinuousClock().measure {
      for index in 0..<count {
        _ = try scenario.with([
          ScenarioOverride("reaction[0].rate_constant.value", "\(0.01 + Double(index)) 1/(M s)"),
          ScenarioOverride("material.surface_energy", "0.\(index + 1000) J/m^2"),
        ])
      }
    }
    print("reading a sweep point: \(time / count)")
    #expect(time / count < .microseconds(500))
  }

  @Test func `A quantity is read in microseconds`() throws {
    let count = 100_000
    let time = try ContinuousClock().measure {
      for index in 0..<count { _ = try Dimension.concentration.parse("\(index) mmol/L") }
    }
    print("reading a quantity: \(time / count)")
    #expect(time / count < .microseconds(5))
  }
}
