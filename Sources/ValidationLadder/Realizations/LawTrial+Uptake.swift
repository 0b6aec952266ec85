import Kinetics
import Laws
import Synthesis

extension LawTrial {
  /// Seeds that grow a little take up dopants.
  static func uptake(_ form: LawForm<any UptakeLaw>) -> LawTrial {
    var ladder = still
    ladder.attachment = power(1)
    return LawTrial(form.name) { factor in
      var experiment = flask(
        [
          Species(name: Species.soluteName, initial: 1, units: 1, isHeld: true),
          Species(name: "dopant", initial: 1),
        ], ladder: ladder, for: 4)
      experiment.nucleation = NucleationClosure(NoNucleation())
      experiment.seeds = [seeds(0.3, of: 20)]
      experiment.dopants = [
        Dopant(name: "dopant", law: RaisedUptake(form.law, by: factor), smallest: 2)
      ]
      return experiment
    }
  }
}
