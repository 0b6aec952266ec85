/// The particle at the top of the work of formation, which grows as often as it dissolves.
///
///     dW/dn = 0 at n*,  Z = [-W''(n*)/2π]^(1/2),  β* = a(n*) c N_A,  τ = 1/(2 β* Z²)
///
/// J. B. Zeldovich, *Acta Physicochim. URSS* **18**, 1 (1943); D. Kashchiev, *Nucleation*
/// (Butterworth-Heinemann, 2000). For one constant surface energy n* = (2Θ/(3 ln S))³ and
/// W* = 4Θ³/(27 ln² S), with Θ = E(1)/kT.
public struct CriticalNucleus<Value: TabulatedScalar>: Sendable {
  /// n*, at least 1.
  public let units: Value
  /// r*, m.
  public let radius: Value
  /// W(n*), in kT.
  public let work: Value
  /// W(1), in kT: what the work at the monomer departs from zero.
  public let monomerWork: Value
  /// -W''(n*), at least zero.
  public let curvature: Value
  /// a(n*), m³/s.
  public let attachment: Value
  /// β*: solute units that attach to it, 1/s.
  public let frequency: Value

  /// Z.
  public var zeldovich: Value { Self.zeldovich(curvature) }

  /// τ: how long a stationary rate takes to establish itself, s.
  public var timeLag: Value { 1 / (2 * frequency * zeldovich * zeldovich) }

  /// [-W''/2π]^(1/2), zero for a work that is not curved downwards.
  public static func zeldovich(_ curvature: Value) -> Value {
    curvature.value > 0 ? Value.root(curvature / (2 * .pi), 2) : Value(0)
  }
}

extension WorkOfFormation {
  /// The critical nucleus; nil where there is none that could ever be born.
  ///
  /// The size is found in plain numbers; one step of Newton's method in the scalar asked for then
  /// gives it its derivatives, by the theorem of implicit functions.
  public func nucleus() -> CriticalNucleus<Value>? {
    guard let top = plain.top() else { return nil }
    var units = Value(top)
    if top > 1 {
      let start = jet(at: units)
      if start.curvature.value < 0 { units = units - start.slope / start.curvature }
    }
    let jet = jet(at: units)
    let particle = Particle(units: units, volumePerUnit: ladder.volumePerUnit)
    let attachment = attachment(of: particle)
    return CriticalNucleus(
      units: units, radius: particle.radius, work: jet.level, monomerWork: self(Value(1)),
      curvature: jet.curvature.value < 0 ? -jet.curvature : Value(0), attachment: attachment,
      frequency: attachment * medium.solute * PhysicalConstants.avogadro)
  }

  /// The size beyond the critical one where the work has fallen by a depth in kT.
  public func units(beyond nucleus: CriticalNucleus<Value>, lower depth: Value) -> Value {
    let plain = plain
    let found = plain.size(beyond: nucleus.units.value, lower: depth.value)
    guard found > nucleus.units.value else { return nucleus.units }
    let slope = plain.jet(at: found).slope
    return Value(found) - (self(Value(found)) - nucleus.work + depth) / slope
  }

  /// a(n) of a particle whose size need not be whole, m³/s, by the ladder's own law.
  private func attachment(of particle: Particle<Value>) -> Value {
    let rise = self(particle.units + 1) - self(particle.units) + driving
    let step = GrowthStep(
      energy: rise,
      equilibrium: ladder.equilibrium(energyStep: rise, solubility: medium(ladder.solubility)))
    return ladder.attachments(of: [particle], taking: [step], in: medium)[0]
  }
}

extension Ladder {
  /// The largest critical size that is looked for, units: no nucleus of more is ever born.
  public var largestNucleus: Double { WorkOfFormation<Double>.largest }

  /// The critical nucleus in a medium; nil where the solution is not supersaturated.
  public func criticalNucleus<Value: TabulatedScalar>(
    in medium: Medium<Value>
  ) -> CriticalNucleus<Value>? {
    WorkOfFormation(on: self, in: medium)?.nucleus()
  }
}
