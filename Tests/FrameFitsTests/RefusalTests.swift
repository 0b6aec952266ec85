import FrameFits
import Measurements
import Testing

@Suite struct RefusalTests {
  private func fit(
    _ frames: [MeasuredFrame], _ options: FrameFitOptions = FrameFitOptions()
  ) throws -> SeriesFit {
    try SeriesFit(SyntheticFrame.series(frames), options: options)
  }

  @Test func namesTheFrameWithoutErrors() throws {
    var bare = SyntheticFrame(name: "bare.dat", time: 1).frame
    bare.deviation = nil
    let error = #expect(throws: FrameFitsError.noDeviations(frame: "bare.dat")) {
      try fit([SyntheticFrame().frame, bare])
    }
    #expect(error?.description.contains("--relative-error 0.03") == true)
    var options = FrameFitOptions()
    options.errors = .assumed(relative: 0.02, absolute: 0.3)
    #expect(try fit([bare], options).frames[0].spheres?.hasParticles == true)
  }

  @Test(arguments: [0, -1, Double.nan])
  func namesThePointWithoutAnError(deviation: Double) throws {
    var frame = SyntheticFrame(name: "odd.dat", time: 1).frame
    frame.deviation?[6] = deviation
    let odd = try fit([SyntheticFrame().frame, frame]).frames[1]
    #expect(odd.name == "odd.dat" && odd.spheres == nil && !odd.hasConverged)
    #expect(odd.failure?.contains("point 7 has no error above zero") == true)
  }

  @Test func leavesMaskedPointsOutAndCountsTheRest() throws {
    var frame = SyntheticFrame().frame
    for place in 0..<10 {
      frame.masks[place] = .outsideRange
      frame.intensity[place] = .nan
    }
    let fitted = try fit([frame]).frames[0]
    #expect(fitted.points == 110)
    #expect(abs((fitted.spheres?.radius?.value ?? 0) / 2.5e-9 - 1) < 1e-6)
  }

  @Test func namesAFrameWithoutSignal() throws {
    var dark = SyntheticFrame(name: "dark.dat", time: 1).frame
    for place in dark.q.indices { dark.intensity[place] = 0 }
    let fit = try fit([SyntheticFrame().frame, dark])
    #expect(fit.frames[1].failure == "every intensity is zero")
    #expect(fit.frames[0].hasConverged)
    let error = #expect(throws: FrameFitsError.self) { try self.fit([dark]) }
    #expect(error?.description.contains("dark.dat: every intensity is zero") == true)
  }

  @Test func namesAFrameWithTooFewPoints() throws {
    var short = SyntheticFrame(name: "short.dat", time: 1).frame
    for place in 11..<short.q.count { short.masks[place] = .outsideRange }
    let failure = try fit([SyntheticFrame().frame, short]).frames[1].failure
    #expect(failure == "only 11 points are to be used, and a fit needs 12")
  }

  @Test func refusesWhatCannotBe() {
    var options = FrameFitOptions()
    options.errors = .assumed(relative: -0.1, absolute: 0)
    #expect(throws: FrameFitsError.badErrorModel(relative: -0.1, absolute: 0)) {
      try fit([SyntheticFrame().frame], options)
    }
    options = FrameFitOptions()
    (options.leastRadius, options.greatestRadius) = (3e-9, 2e-9)
    #expect(throws: FrameFitsError.badRadii(least: 3e-9, greatest: 2e-9)) {
      try fit([SyntheticFrame().frame], options)
    }
    options = FrameFitOptions()
    options.cluster = .fixed(2e-9)
    #expect(throws: FrameFitsError.badCluster(radius: 2e-9, largest: 1e-9)) {
      try fit([SyntheticFrame().frame], options)
    }
    options = FrameFitOptions()
    options.contrast = 1e15
    #expect(throws: FrameFitsError.contrastWithoutScale) {
      try SeriesFit(
        MeasuredSeries(
          title: "", intensityUnit: .arbitrary, frames: [SyntheticFrame().frame]),
        options: options)
    }
    #expect(throws: FrameFitsError.noFrames) { try fit([]) }
  }
}
