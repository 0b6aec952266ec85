import Kinetics
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// Sets concentrations anew: what appears is supplied, what vanishes is lost.
  mutating func set(_ settings: [FlaskEvent.Setting], _ filling: MonteCarlo.Filling) {
    let molar = PhysicalConstants.avogadro * surroundings.volume(at: time)
    for setting in settings where !isHeld[setting.species] {
      let slot = setting.species
      let mean = setting.concentration * molar
      let number = filling == .poisson ? stream.poisson(mean) : stream.rounded(mean)
      let added = number - molecules[slot]
      if added > 0 {
        ledger.supplied += units[slot] * added
      } else {
        ledger.lost -= units[slot] * added
      }
      change(slot, by: added)
    }
    isExpired = true
  }

  /// Takes the conditions that hold at the start as known.
  mutating func beginWatch() {
    let concentrations = dissolved
    watch.begin { concentrations[$0] }
  }

  /// Lets every event happen whose condition became true; one that follows its own effect for ever ends
  /// the run.
  mutating func keepWatch() throws(Interruption) {
    for _ in 0..<1000 {
      let concentrations = dissolved
      let settings = watch.due { concentrations[$0] }
      guard !settings.isEmpty else { return }
      set(settings, filling)
    }
    throw Interruption(
      cause: .failed, time: time,
      reason: "events set each other off without end; a condition must not hold after its own event"
    )
  }

  private var dissolved: [Double] {
    let molar = PhysicalConstants.avogadro * surroundings.volume(at: time)
    return molecules.indices.map { concentration(of: $0, molar) }
  }
}
