public import Synthesis

extension Experiment {
  /// One realization of the kinetics in the sample's volume.
  ///
  /// It depends on the experiment's seed and the replicate alone, whatever else is drawn. What goes
  /// wrong underway ends up in its interruption, with all that was reached. `observe` hears of the
  /// course now and then, and may end the run.
  public func realization(
    _ replicate: Int = 0, observe: (RealizationProgress) -> Continuation = { _ in .proceed }
  ) -> Realization {
    guard let settings = monteCarlo else {
      preconditionFailure("a realization needs to know the volume that it follows")
    }
    let isListed = settings.keepsHistories || !dopants.isEmpty
    return switch settings.method {
    case _ where isListed: realization(of: ListedPopulation.self, settings, replicate, observe)
    case .direct: realization(of: EnumeratedPopulation.self, settings, replicate, observe)
    case .tauLeaping, .continuousSolute:
      realization(of: LeapingPopulation.self, settings, replicate, observe)
    default: realization(of: CountedPopulation.self, settings, replicate, observe)
    }
  }

  private func realization<Population: ParticlePopulation & ~Copyable>(
    of _: Population.Type, _ settings: MonteCarlo, _ replicate: Int,
    _ observe: (RealizationProgress) -> Continuation
  ) -> Realization {
    let started = ContinuousClock.now
    var run = ExactRun<Population>(self, settings, replicate: replicate)
    var recorder = SampleRecorder(self)
    var interruption: Interruption?
    do throws(Interruption) {
      try run.integrate(settings, { recorder.record(&$0) }, observe)
    } catch {
      interruption = error
    }
    run.statistics.wallTime = (ContinuousClock.now - started) / .seconds(1)
    return Realization(
      replicate: replicate, frames: recorder.frames, sizes: recorder.sizes,
      dopants: recorder.dopants, history: recorder.history, firstCrystal: run.ledger.firstCrystal,
      statistics: run.statistics, interruption: interruption)
  }
}
