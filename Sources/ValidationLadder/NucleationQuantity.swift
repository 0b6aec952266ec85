import Foundation
import Kinetics
import Laws
import Units

/// What nucleation is held against: the rate, the nucleus, and what they follow from.
enum NucleationQuantity: String, CaseIterable {
  case rate
  /// Of a nucleus as it appears.
  case units
  case criticalUnits = "critical_units"
  case criticalRadius = "critical_radius"
  /// W(n*), kT.
  case barrier
  /// E(1), kT.
  case monomerEnergy = "monomer_energy"
  case zeldovich
  case attachmentFrequency = "attachment_frequency"
  case timeLag = "time_lag"
  /// The self-consistent prefactor over Zeldovich's, exp[E(1)/kT]/S.
  case selfConsistency = "self_consistency"
  /// The ladder's exact stationary flux over the rate.
  case ladderRatio = "ladder_ratio"

  var unit: String {
    switch self {
    case .rate: "1/(m^3 s)"
    case .criticalRadius: "m"
    case .attachmentFrequency: "1/s"
    case .timeLag: "s"
    default: "1"
    }
  }
}

extension Formula {
  /// A quantity of nucleation on the ladder that the inputs make; nil where there is no nucleus.
  static func nucleation(
    _ result: String, _ law: LawDescription<any NucleationLaw>, _ inputs: [String: String]
  ) throws(UnitsError) -> Double? {
    guard let quantity = NucleationQuantity(rawValue: result), let ladder = try ladder(inputs),
      let made = try make(law, of: LawCatalogue.nucleation, inputs)
    else { return nil }
    let medium = try medium(inputs)
    let birth = made.birth(on: ladder, in: medium)
    if quantity == .rate { return birth.rate }
    if quantity == .units { return birth.units }
    guard let nucleus = ladder.criticalNucleus(in: medium) else { return nil }
    return switch quantity {
    case .criticalUnits: nucleus.units
    case .criticalRadius: nucleus.radius
    case .barrier: nucleus.work
    case .monomerEnergy: ladder.energies(ofUnits: 1...1, in: medium)[0]
    case .zeldovich: nucleus.zeldovich
    case .attachmentFrequency: nucleus.frequency
    case .timeLag: nucleus.timeLag
    case .selfConsistency: exp(nucleus.monomerWork)
    case .ladderRatio:
      ladder.stationaryFlux(upTo: 200 + Int(5 * nucleus.units), in: medium) / birth.rate
    case .rate, .units: nil
    }
  }

  private static func ladder(_ inputs: [String: String]) throws(UnitsError) -> Ladder? {
    let name = inputs["attachment"] ?? DiffusionLimited.name
    guard let law = LawCatalogue.attachment.first(where: { $0.name == name }) else { return nil }
    return try ladder(law, inputs)
  }

  /// A ladder of one attachment law and the surface's energy.
  static func ladder(
    _ law: LawDescription<any AttachmentLaw>, _ inputs: [String: String]
  ) throws(UnitsError) -> Ladder? {
    guard
      let surfaceLaw = LawCatalogue.energy.first(where: { $0.name == SurfaceEnergy.name }),
      let attachment = try make(law, of: LawCatalogue.attachment, inputs),
      let surface = try make(surfaceLaw, of: LawCatalogue.energy, inputs),
      let volume = inputs["volume_per_unit"], let solubility = inputs["solubility"]
    else { return nil }
    var ladder = Ladder(
      attachment: attachment, energies: [surface],
      solubility: Coefficient(try Dimension.concentration.parse(solubility)),
      volumePerUnit: try Dimension.volumePerUnit.parse(volume))
    if let form = inputs["gibbs_thomson"] {
      guard let known = Ladder.GibbsThomson(rawValue: form) else { return nil }
      ladder.gibbsThomson = known
    }
    return ladder
  }
}

extension Ladder {
  /// Energies in kT.
  fileprivate func energies(
    ofUnits sizes: ClosedRange<Int>, in medium: Medium<Double>
  ) -> [Double] {
    let particles = sizes.map { Particle(units: Double($0), volumePerUnit: volumePerUnit) }
    return energies(of: particles, in: medium).map { $0 / medium.thermalEnergy }
  }

  /// The exact stationary flux through the ladder at a fixed solute, 1/(m³ s).
  ///
  ///     J = [Σ 1/(a(n) c_1 c_n)]^-1,  c_n = c_1 S^(n-1) exp[-(E(n) - E(1))/kT]
  ///
  /// R. Becker, W. Döring, *Ann. Phys.* **416**, 719 (1935), doi:10.1002/andp.19354160806.
  fileprivate func stationaryFlux(upTo largest: Int, in medium: Medium<Double>) -> Double {
    let solubility = medium(self.solubility)
    let energies = energies(ofUnits: 1...(largest + 1), in: medium)
    let steps = (0..<largest).map {
      let energy = energies[$0 + 1] - energies[$0]
      return GrowthStep(
        energy: energy, equilibrium: equilibrium(energyStep: energy, solubility: solubility))
    }
    let particles = (1...largest).map {
      Particle(units: Double($0), volumePerUnit: volumePerUnit)
    }
    let swept = attachments(of: particles, taking: steps, in: medium)
    let driving = log(medium.solute / solubility)
    let density = medium.solute * PhysicalConstants.avogadro
    let resistance = (0..<largest).reduce(0.0) { sum, place in
      let clusters =
        density * exp(Double(place) * driving - (energies[place] - energies[0]))
      return sum + 1 / (swept[place] * density * clusters)
    }
    return 1 / resistance
  }
}
