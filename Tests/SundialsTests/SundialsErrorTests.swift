import Sundials
import Testing

@Suite("What CVODES cannot do")
struct SundialsErrorTests {
  @Test("a rate that is no number ends in an error with the library's own text")
  func noNumber() throws {
    var integrator = try StiffIntegrator(Spoilt(), state: [1], at: 0)
    let error = try #require(throws: SundialsError.self) {
      while integrator.time < 1 { try integrator.step(toward: 1) }
    }
    #expect(error.function == "CVode")
    #expect(error.code.hasPrefix("CV_"))
    #expect(error.message.contains("t + h = t"))
    #expect(error.description == "CVode: \(error.code): \(error.message)")
    // What was reached is still there, up to the time where the rates went bad.
    #expect(integrator.time > 0.4)
    #expect(integrator.time <= 0.5)
    integrator.withState { state in #expect(state[0].isFinite) }
  }

  @Test("also where it is none from the start")
  func noNumberAtAll() throws {
    var integrator = try StiffIntegrator(Spoilt(from: -1), state: [1], at: 0)
    let error = try #require(throws: SundialsError.self) { try integrator.step(toward: 1) }
    #expect(error.code.hasPrefix("CV_"))
    #expect(!error.message.isEmpty)
  }

  @Test("nothing of it goes to the standard error stream")
  func silence() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      var integrator = try StiffIntegrator(Spoilt(), state: [1], at: 0)
      do {
        while integrator.time < 1 { try integrator.step(toward: 1) }
      } catch {
        return
      }
    }
    #expect(result?.standardErrorContent == [])
  }

  @Test("a time outside the last step is refused in words")
  func outside() throws {
    let integrator = try StiffIntegrator(Spoilt(), state: [1], at: 0)
    let error = try #require(throws: SundialsError.self) { try integrator.state(at: 7) }
    #expect(error.function == "CVodeGetDky")
    #expect(error.code == "CV_BAD_T")
    #expect(error.message.contains("t = 7"))
  }
}

@Suite("Arithmetic without denormal numbers")
struct DenormalsFlushedTests {
  private struct Stop: Error {}

  /// Half of the smallest number of full precision, computed at run time.
  private func half(of number: Double) -> Double { number * 0.5 }

  @Test("they are zero inside, and themselves again after, also after an error")
  func restored() {
    let smallest = Double.leastNormalMagnitude
    #expect(half(of: smallest) > 0)
    let inside = DenormalsFlushed.run { half(of: smallest) }
    #expect(inside == 0)
    #expect(half(of: smallest) > 0)
    #expect(throws: Stop.self) {
      try DenormalsFlushed.run { () throws(Stop) in throw Stop() }
    }
    #expect(half(of: smallest) > 0)
  }
}
