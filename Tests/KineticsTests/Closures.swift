import Kinetics
import Laws
import Testing

extension CataloguedLaw {
  /// Rate times units, so that both are differentiated.
  static let nucleation = LawCatalogue.nucleation.flatMap { law in
    forms(of: law).map { choices in
      CataloguedLaw(law, choices) {
        let birth = $0.birth(on: .closureTest, in: $1.medium)
        return birth.rate * birth.units
      }
    }
  }

  /// The kernel of a particle with one of twelve units.
  static let coalescence = LawCatalogue.coalescence.flatMap { law in
    forms(of: law).map { choices in
      CataloguedLaw(law, choices) {
        $0.kernel(
          $1.particle, Particle(units: Dual(12), volumePerUnit: Surroundings.volumePerUnit),
          in: $1.medium)
      }
    }
  }
}

/// One of the nucleation laws in one of its forms, with constants that make nuclei.
struct NucleationForm: Sendable, CustomTestStringConvertible {
  let law: any NucleationLaw
  let testDescription: String

  static let all: [NucleationForm] = LawCatalogue.nucleation.flatMap { law in
    CataloguedLaw.forms(of: law).flatMap { choices in
      constants.map { constants in
        NucleationForm(
          law: law.make(LawSettings(constants: constants, choices: choices)),
          testDescription: "\(law.name) \(choices.values.sorted()) \(constants.count)")
      }
    }
  }

  /// With a radius of the nucleus, or a multiple of the critical one.
  private static let constants: [[String: Coefficient]] = [
    shared.merging(["nucleus_radius": Coefficient(0.7e-9, at: 500, energy: 1e3)]) { $1 },
    shared.merging(["nucleus_over_critical": Coefficient(1.1)]) { $1 },
  ]

  private static let shared = [
    "rate": Coefficient(1e30, at: 500, energy: 3e4),
    "contact_factor": Coefficient(0.4),
    "prefactor": Coefficient(1e30, at: 500, energy: 3e4),
    "barrier": Coefficient(40, at: 500, energy: -8e3),
    "rate_constant": Coefficient(1e-6, at: 500, energy: 7e4),
    "order": Coefficient(2.5),
    "nucleus_units": Coefficient(12.5),
  ]
}

/// One of the laws of coalescence in one of its forms.
struct CoalescenceForm: Sendable, CustomTestStringConvertible {
  let law: any CoalescenceLaw
  let testDescription: String

  static let all: [CoalescenceForm] = LawCatalogue.coalescence.flatMap { law in
    CataloguedLaw.forms(of: law).map { choices in
      CoalescenceForm(
        law: law.make(LawSettings(constants: constants, choices: choices)),
        testDescription: "\(law.name) \(choices.values.sorted())")
    }
  }

  private static let constants = [
    "rate_constant": Coefficient(1e-17, at: 500, energy: 3e4),
    "viscosity": Coefficient(6e-4, at: 500, energy: -1e4),
    "stability_ratio": Coefficient(50),
    "barrier": Coefficient(2e4),
    "face_matching": Coefficient(0.2),
    "cutoff": Coefficient(1e6),
  ]
}

extension Ladder {
  /// CdSe-like, thermal in every constant.
  static let closureTest = closure(energies: [SurfaceEnergy.thermal(0)])

  /// The same with other energies: Tolman's, Fisher's, that of the monomer.
  static let closureTests = [
    closureTest,
    closure(energies: [SurfaceEnergy.thermal(0.05e-9)]),
    closure(energies: [SurfaceEnergy.thermal(0), FisherDroplet.test, MonomerShift.test]),
  ]

  private static func closure(energies: [any ParticleEnergy]) -> Ladder {
    Ladder(
      attachment: MixedControl.test, energies: energies,
      solubility: Coefficient(1e-3, at: 500, energy: 6e4), volumePerUnit: 5.6e-29)
  }
}

extension SurfaceEnergy {
  fileprivate static func thermal(_ tolmanLength: Double) -> Self {
    var law = Self()
    law.surfaceEnergy = Coefficient(0.12, at: 500, energy: -2e3)
    law.tolmanLength = Coefficient(tolmanLength)
    return law
  }
}

extension FisherDroplet {
  fileprivate static var test: Self {
    var law = Self()
    law.exponent = Coefficient(2.2)
    return law
  }
}

extension MonomerShift {
  fileprivate static var test: Self {
    var law = Self()
    law.energy = Coefficient(1e-20)
    return law
  }
}
