import Foundation
import PopulationBalance
import Synthesis

/// What realizations of an experiment will take, told before they do.
struct CostEstimate {
  let expected: ExpectedEvents
  let replicates: Int
  let jobs: Int

  /// Events of an exact method per second and thread, to a factor of two or three.
  private static let pace = 7e6
  /// Events in all from which on there is a warning: half an hour and more.
  private static let many = 1e10

  /// Nil for what is no exact run, and where the balance takes longer than a time in s.
  init?(_ experiment: Experiment, jobs: Int, within limit: Double, isStopped: () -> Bool) {
    guard experiment.engine == .monteCarlo, let settings = experiment.monteCarlo,
      settings.method.isExact
    else { return nil }
    let started = ContinuousClock.now
    let expected = experiment.expectedEvents(in: settings.volume) { _ in
      (ContinuousClock.now - started) / .seconds(1) > limit || isStopped() ? .cancel : .proceed
    }
    guard let expected else { return nil }
    self.expected = expected
    replicates = settings.replicates
    self.jobs = min(jobs, settings.replicates)
  }

  /// Memory that particles take which are told apart, in all replicates that are drawn at once, bytes.
  var memory: Double {
    expected.mostParticles * MonteCarlo.bytesPerParticle * Double(jobs)
  }

  /// Events of all replicates.
  private var events: Double { expected.all * Double(replicates) }

  /// s.
  private var time: Double {
    let rounds = (replicates + jobs - 1) / jobs
    return expected.all * Double(rounds) / Self.pace
  }

  /// A line, with a warning where it is long.
  var lines: [String] {
    let first = String(
      format: "expected: %.2g events in each of %ld replicates, %@ on %ld threads", expected.all,
      replicates, Self.text(time), jobs)
    guard events > Self.many else { return [first] }
    return [
      first,
      String(
        format: "warning: %.2g events in all; monte_carlo.method = \"continuous-solute\" or "
          + "\"tau-leaping\" needs fewer, as does a smaller volume", events),
    ]
  }

  private static func text(_ seconds: Double) -> String {
    switch seconds {
    case ..<1: "below 1 s"
    case ..<120: String(format: "about %.2g s", seconds)
    case ..<7200: String(format: "about %.2g min", seconds / 60)
    case ..<172_800: String(format: "about %.2g h", seconds / 3600)
    default: String(format: "about %.3g days", seconds / 86_400)
    }
  }
}
