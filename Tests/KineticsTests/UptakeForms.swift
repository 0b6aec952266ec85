import Kinetics
import Laws
import Testing

extension CataloguedLaw {
  /// Each of the rates of a law of dopants by itself.
  static let uptake = LawCatalogue.uptake.flatMap { law in
    forms(of: law).flatMap { choices in
      UptakeRates<Dual>.finite.map { quantity in
        CataloguedLaw(law, choices, quantity: quantity.name) {
          $0.rates(of: $1.particle, growing: $1.host, in: $1.medium)[keyPath: quantity.path]
        }
      }
    }
  }
}

extension UptakeRates<Dual> {
  /// All that is finite in every law.
  static let finite: [(name: String, path: any KeyPath<Self, Dual> & Sendable)] = [
    ("uptake", \.uptake), ("desorption", \.desorption), ("burial", \.burial),
    ("exposure", \.exposure), ("cooperativity", \.cooperativity),
  ]
}

extension Surroundings {
  /// Small particles dissolve, large ones grow.
  var host: HostGrowth<Dual> {
    let root = Dual.root(units, 3)
    return HostGrowth(
      attachment: 1e-19 * root * root * (temperature / 500),
      netUnits: 40 * root * root * (1 - 2.9 / root) * (temperature / 500))
  }
}

/// One of the laws of dopants in one of its forms.
struct UptakeForm: Sendable, CustomTestStringConvertible {
  let law: any UptakeLaw
  let testDescription: String

  static let all: [UptakeForm] = LawCatalogue.uptake.flatMap { law in
    CataloguedLaw.forms(of: law).map { choices in
      UptakeForm(
        law: law.make(LawSettings(constants: constants, choices: choices)),
        testDescription: "\(law.name) \(choices.values.sorted())")
    }
  }

  private static let constants = [
    "sticking": Coefficient(0.3), "residence_time": Coefficient(2, at: 500, energy: -5e4),
    "binding_energy": Coefficient(3e-19), "diffusivity": Coefficient(1e-22, at: 500, energy: 9e4),
    "expulsion_energy": Coefficient(6e-20), "rate_constant": Coefficient(0.02),
    "cooperativity": Coefficient(0.1),
  ]
}
