/// Cluster n + monomer ⇌ cluster n+1, for every n: nucleation, growth, dissolution and ripening.
///
///     J_n     = a(n) c_1 c_n - b(n+1) c_(n+1)
///     b(n+1)  = a(n) c_inf exp[(E(n+1) - E(n))/kT]          detailed balance
///
/// R. Becker, W. Döring, *Ann. Phys.* **416**, 719 (1935), doi:10.1002/andp.19354160806; detachment by
/// detailed balance after D. Kashchiev, *Nucleation* (Butterworth-Heinemann, 2000). c_inf is the
/// concentration of monomer in equilibrium with the bulk solid. With J_1 = a(1) c_1² the solute loses
/// 2 J_1 + Σ J_n (n ≥ 2). Zero solubility makes the ladder irreversible: b = 0.
public struct Ladder: Sendable {
  /// The radius at which solute is captured.
  public enum CaptureRadius: String, Sendable, CaseIterable {
    /// r_n.
    case particle
    /// r_n + r_1 (Smoluchowski).
    case sum
  }

  /// How detachment depends on the energy of a particle.
  public enum GibbsThomson: String, Sendable, CaseIterable {
    /// exp(ΔE/kT).
    case exponential
    /// 1 + ΔE/kT, for asymptotic checks only.
    case linear
  }

  public var attachment: any AttachmentLaw
  public var energies: [any ParticleEnergy]
  /// Concentration of monomer in equilibrium with the bulk solid, mol/m³; zero: irreversible.
  public var solubility: Coefficient
  /// Volume of a formula unit in the solid, m³.
  public var volumePerUnit: Double
  public var captureRadius: CaptureRadius
  public var gibbsThomson: GibbsThomson
  /// The species that particles are built from.
  public var monomer: String
  /// Molecules that a unit sets free when it attaches, by species.
  public var releases: [String: Double]

  public init(
    attachment: any AttachmentLaw, energies: [any ParticleEnergy], solubility: Coefficient,
    volumePerUnit: Double, captureRadius: CaptureRadius = .particle,
    gibbsThomson: GibbsThomson = .exponential, monomer: String = Species.soluteName,
    releases: [String: Double] = [:]
  ) {
    self.attachment = attachment
    self.energies = energies
    self.solubility = solubility
    self.volumePerUnit = volumePerUnit
    self.captureRadius = captureRadius
    self.gibbsThomson = gibbsThomson
    self.monomer = monomer
    self.releases = releases
  }

  /// What of the medium the rates change with.
  public var reads: MediumVariables {
    energies.reduce(attachment.reads.union(.temperature)) { $0.union($1.reads) }
  }

  /// Whether nothing ever detaches.
  public var isIrreversible: Bool { solubility.value == 0 }

  /// Radius of a particle of n units, m.
  public func radius(ofUnits units: Double) -> Double {
    Particle(units: units, volumePerUnit: volumePerUnit).radius
  }

  /// The concentration of solute that balances a step, mol/m³: detailed balance, in the one place
  /// where it is written.
  ///
  ///     c_eq(n) = c_inf exp[(E(n+1) - E(n))/kT],  b(n+1) = a(n) c_eq(n)
  ///
  /// - Parameter energyStep: (E(n+1) - E(n))/kT.
  @inlinable
  public func equilibrium<Value: Scalar>(energyStep: Value, solubility: Value) -> Value {
    guard !isIrreversible else { return Value(0) }
    return switch gibbsThomson {
    case .exponential: solubility * Value.exp(energyStep)
    case .linear: solubility * (1 + energyStep)
    }
  }

  /// Number of units, not rounded, in a particle of a radius in m.
  public func units<Value: Scalar>(ofRadius radius: Value) -> Value {
    4 * .pi / (3 * volumePerUnit) * radius * radius * radius
  }
}
