import Checkpoints
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
    withoutActuallyEscaping(observe) {
      realization(replicate, continuing: nil, RealizationListener(observe: $0) { _ in })
    }
  }

  /// One realization, or the rest of one whose state was kept.
  func realization(
    _ replicate: Int, continuing kept: StateTape?, _ listener: RealizationListener
  ) -> Realization {
    guard let settings = monteCarlo else {
      preconditionFailure("a realization needs to know the volume that it follows")
    }
    func draw<Population: ParticlePopulation & ~Copyable>(_: Population.Type) -> Realization {
      realization(of: Population.self, settings, replicate, kept, listener)
    }
    let isListed = settings.keepsHistories || !dopants.isEmpty
    return switch settings.method {
    case _ where isListed: draw(ListedPopulation.self)
    case .direct: draw(EnumeratedPopulation.self)
    case .tauLeaping, .continuousSolute: draw(LeapingPopulation.self)
    default: draw(CountedPopulation.self)
    }
  }

  private func realization<Population: ParticlePopulation & ~Copyable>(
    of _: Population.Type, _ settings: MonteCarlo, _ replicate: Int, _ kept: StateTape?,
    _ listener: RealizationListener
  ) -> Realization {
    var run = ExactRun<Population>(
      self, settings, replicate: replicate, patience: listener.patience)
    var recorder = SampleRecorder(self)
    var interruption: Interruption?
    do throws(Interruption) {
      if let kept { try run.takeUp(kept, &recorder) }
      try run.integrate(&recorder, listener)
    } catch {
      interruption = error
    }
    run.stopClock()
    return Realization(
      replicate: replicate, frames: recorder.frames, sizes: recorder.sizes,
      dopants: recorder.dopants, history: recorder.history, firstCrystal: run.ledger.firstCrystal,
      statistics: run.statistics, interruption: interruption)
  }
}
