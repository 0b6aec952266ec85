import RealModule

/// The rate coefficients of a ladder at one temperature, size by size; index n is n units.
///
/// Refreshed only when the temperature changed; grown when larger clusters come into play.
public struct LadderTables: Sendable {
  /// Attachment a(n)·N_A for n ≥ 1, m³/(mol s): times the solute's mol/m³, units per second.
  public private(set) var attachment: [Double] = [0]
  /// Detachment b(n) for n ≥ 2, 1/s.
  public private(set) var detachment: [Double] = [0, 0]
  /// Derivatives of both to temperature; empty until asked for.
  public private(set) var attachmentSlope: [Double] = []
  public private(set) var detachmentSlope: [Double] = []
  /// The temperature that the tables hold for, K; nil before the first refresh.
  public private(set) var temperature: Double?
  /// The smallest cluster whose detachment the linear form of Gibbs-Thomson makes zero or negative,
  /// units; nil where the form holds, and for the exponential one.
  public private(set) var brokenLinearSize: Int?

  public let ladder: Ladder
  /// Radius of the particle of index + 1 units, m.
  private var radii: [Double] = []
  /// Radius at which it captures solute, m.
  private var captureRadii: [Double] = []

  public init(_ ladder: Ladder) {
    self.ladder = ladder
  }

  /// The largest cluster that the tables reach.
  public var largest: Int { radii.count }

  /// Radius of a cluster, m.
  public func radius(of units: Int) -> Double { radii[units - 1] }

  /// Makes room for clusters of up to `largest` units; the tables hold for nothing until refreshed.
  public mutating func grow(to largest: Int) {
    guard largest > radii.count else { return }
    let capture = ladder.captureRadius == .sum ? ladder.radius(ofUnits: 1) : 0
    for units in radii.count + 1...largest {
      let radius = ladder.radius(ofUnits: Double(units))
      radii.append(radius)
      captureRadii.append(radius + capture)
    }
    temperature = nil
  }

  /// Brings the tables to a temperature.
  public mutating func refresh(at temperature: Double) {
    guard self.temperature != temperature else { return }
    let medium = Medium(temperature: temperature)
    let energies = energies(in: medium)
    let swept = attachments(in: medium)
    let thermal = medium.thermalEnergy
    let solubility = medium(ladder.solubility)
    attachment.resize(to: largest + 1)
    detachment.resize(to: largest + 1)
    brokenLinearSize = nil
    for n in 1...largest {
      attachment[n] = swept[n - 1] * PhysicalConstants.avogadro
      guard n > 1 else { continue }
      let step = (energies[n - 1] - energies[n - 2]) / thermal
      detachment[n] = ladder.detachment(
        attachment: attachment[n - 1], energyStep: step, solubility: solubility)
      if ladder.isBroken(at: step), brokenLinearSize == nil { brokenLinearSize = n }
    }
    self.temperature = temperature
    attachmentSlope = []
    detachmentSlope = []
  }

  /// Adds the derivatives to temperature at the present one.
  public mutating func refreshSlopes() {
    guard attachmentSlope.isEmpty, let temperature else { return }
    let medium = Medium(temperature: Dual(temperature, derivative: 1))
    let energies = energies(in: medium)
    let swept = attachments(in: medium)
    let thermal = medium.thermalEnergy
    let solubility = medium(ladder.solubility)
    attachmentSlope.resize(to: largest + 1)
    detachmentSlope.resize(to: largest + 1)
    for n in 1...largest {
      attachmentSlope[n] = swept[n - 1].derivative * PhysicalConstants.avogadro
      guard n > 1 else { continue }
      detachmentSlope[n] =
        ladder.detachment(
          attachment: swept[n - 2] * PhysicalConstants.avogadro,
          energyStep: (energies[n - 1] - energies[n - 2]) / thermal, solubility: solubility
        ).derivative
    }
  }

  private func energies(in medium: Medium<Double>) -> [Double] {
    var table = [Double](repeating: 0, count: radii.count)
    var target = table.mutableSpan
    for law in ladder.energies { law.add(to: &target, radii: radii.span, from: 1, in: medium) }
    return table
  }

  private func energies(in medium: Medium<Dual>) -> [Dual] {
    var table = [Dual](repeating: Dual(0), count: radii.count)
    var target = table.mutableSpan
    for law in ladder.energies { law.add(to: &target, radii: radii.span, from: 1, in: medium) }
    return table
  }

  private func attachments(in medium: Medium<Double>) -> [Double] {
    var table = [Double](repeating: 0, count: radii.count)
    var target = table.mutableSpan
    ladder.attachment.tabulate(&target, radii: captureRadii.span, from: 1, in: medium)
    return table
  }

  private func attachments(in medium: Medium<Dual>) -> [Dual] {
    var table = [Dual](repeating: Dual(0), count: radii.count)
    var target = table.mutableSpan
    ladder.attachment.tabulate(&target, radii: captureRadii.span, from: 1, in: medium)
    return table
  }
}

extension Ladder {
  /// Detailed balance, in the one place where it is written.
  ///
  ///     b(n+1) = a(n) c_inf exp[(E(n+1) - E(n))/kT]
  ///
  /// - Parameter energyStep: (E(n+1) - E(n))/kT.
  public func detachment<Value: Scalar>(
    attachment: Value, energyStep: Value, solubility: Value
  ) -> Value {
    guard !isIrreversible else { return Value(0) }
    return switch gibbsThomson {
    case .exponential: attachment * solubility * Value.exp(energyStep)
    case .linear: attachment * solubility * (1 + energyStep)
    }
  }

  /// Whether 1 + ΔE/kT is no rate, where Gibbs-Thomson is linear.
  fileprivate func isBroken(at energyStep: Double) -> Bool {
    gibbsThomson == .linear && !isIrreversible && 1 + energyStep <= 0
  }
}

extension [Double] {
  fileprivate mutating func resize(to count: Int) {
    if count < self.count { removeLast(self.count - count) }
    if count > self.count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}
