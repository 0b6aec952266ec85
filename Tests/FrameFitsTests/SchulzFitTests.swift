import FrameFits
import Inference
import Measurements
import Testing

/// Standard errors are held against lmfit's by the case `exact/frame-fit`.
@Suite struct SchulzFitTests {
  private func fit(
    _ frames: [SyntheticFrame], _ options: FrameFitOptions = FrameFitOptions()
  ) throws -> SeriesFit {
    try SeriesFit(SyntheticFrame.series(frames.map(\.frame)), options: options)
  }

  @Test(arguments: [(1.5e-9, 0.2), (2.5e-9, 0.12), (6e-9, 0.05), (12e-9, 0.3)])
  func givesBackWhatACurveWasMadeOf(radius: Double, dispersion: Double) throws {
    var options = FrameFitOptions()
    options.contrast = 3e15
    let frame = SyntheticFrame(radius: radius, dispersion: dispersion)
    let spheres = try #require(try fit([frame], options).frames[0].spheres)
    #expect(abs(try #require(spheres.radius).value / radius - 1) < 1e-6)
    #expect(abs(try #require(spheres.dispersion).value / dispersion - 1) < 1e-5)
    #expect(abs(try #require(spheres.volume).value / (2e28 / 9e30) - 1) < 1e-6)
    #expect(abs(try #require(spheres.background).value - 3) < 1e-4)
    let p = dispersion * dispersion
    let meanVolume = 4 * Double.pi / 3 * radius * radius * radius * (1 + p) * (1 + 2 * p)
    #expect(abs(try #require(spheres.number).value * meanVolume / (2e28 / 9e30) - 1) < 1e-5)
  }

  @Test func findsNoisyOnesWithinThreeStandardErrors() throws {
    let spheres = try #require(try fit([SyntheticFrame(noise: 1)]).frames[0].spheres)
    let (radius, dispersion) = try (
      #require(spheres.radius), #require(spheres.dispersion)
    )
    #expect(abs(radius.value - 2.5e-9) < 3 * (try #require(radius.error)))
    #expect(abs(dispersion.value - 0.12) < 3 * (try #require(dispersion.error)))
    #expect((0.7...1.4).contains(try #require(spheres.reducedChiSquare)))
  }

  @Test func scalesErrorsWhereAsked() throws {
    let frame = SyntheticFrame(noise: 2)
    var options = FrameFitOptions()
    let plain = try #require(try fit([frame]).frames[0].spheres)
    options.errorScale = .reducedChiSquare
    let scaled = try #require(try fit([frame], options).frames[0].spheres)
    let ratio = try #require(scaled.radius?.error) / #require(plain.radius?.error)
    #expect(abs(ratio * ratio / (try #require(plain.reducedChiSquare)) - 1) < 1e-6)
  }

  @Test func doesNotDependOnThreads() throws {
    let frames = (0..<5).map {
      SyntheticFrame(radius: 2e-9 + 2e-10 * Double($0), noise: 1, time: Double($0))
    }
    var options = FrameFitOptions()
    let one = try fit(frames, options)
    options.jobs = 3
    #expect(try fit(frames, options) == one)
  }

  @Test func tellsWhereThereAreNoParticles() throws {
    var frame = SyntheticFrame(scale: 0, background: 20, noise: 1)
    frame.name = "empty.dat"
    let empty = try fit([frame, SyntheticFrame(time: 1)]).frames[0]
    #expect(empty.name == "empty.dat" && empty.hasConverged)
    #expect(empty.spheres?.hasParticles == false && empty.spheres?.number == nil)
    #expect(empty.verdicts.first?.hasPrefix("no particles seen") == true)
  }

  @Test func tellsWhereTheCurveIsAnother() throws {
    var frame = SyntheticFrame().frame
    for place in frame.q.indices { frame.intensity[place] += place % 2 == 0 ? 40 : -40 }
    let fit = try SeriesFit(SyntheticFrame.series([frame]), options: FrameFitOptions())
    #expect(fit.frames[0].verdicts.contains { $0.contains("fits badly") })
  }
}
