import RealModule

/// The rate coefficients of a ladder in one medium, edge by edge between the cells of a grid.
///
/// Edge i lies above cell i, between the cell's largest size N and N + 1. Refreshed only when what the
/// laws read of the medium changed; grown when larger clusters come into play.
public struct LadderTables: Sendable {
  /// What the coefficients change by, with one variable of the medium.
  public struct Slopes: Sendable {
    public var attachment: [Double] = [0]
    public var detachment: [Double] = [0, 0]
  }

  /// Attachment a(N)·N_A at edge i ≥ 1, m³/(mol s): times the solute's mol/m³, units per second.
  public private(set) var attachment: [Double] = [0]
  /// Detachment b(N + 1) over edge i - 1, i ≥ 2, 1/s: of the smallest size of cell i.
  public private(set) var detachment: [Double] = [0, 0]
  /// The medium that the tables hold for; nil before the first refresh.
  public private(set) var medium: Medium<Double>?
  /// The smallest cluster whose detachment the linear form of Gibbs-Thomson makes zero or negative,
  /// units; nil where the form holds, and for the exponential one.
  public private(set) var brokenLinearSize: Int?
  private var slopes: [MediumVariables.RawValue: Slopes] = [:]

  public let ladder: Ladder
  public private(set) var cells: SizeCells
  /// Whether the coefficients belong to the middle of a step instead of to its two ends, as a growth
  /// law without noise has it.
  private let isCentred: Bool
  private let reads: MediumVariables
  /// The sizes at which energies are needed: all unit by unit, then both ends of each step.
  private var sites: [Particle<Double>] = []
  /// The particle that takes the step over each edge.
  private var growing: [Particle<Double>] = []

  public init(_ ladder: Ladder, on cells: SizeCells = .exact, isCentred: Bool = false) {
    self.ladder = ladder
    self.cells = cells
    self.isCentred = isCentred
    reads = ladder.reads
    grow(to: 2)
  }

  /// The cells that the tables reach, the monomer's included.
  public var count: Int { cells.count }

  /// Makes room for clusters of up to `largest` units; the tables hold for nothing until refreshed.
  public mutating func grow(to largest: Int) {
    guard largest > cells.largest else { return }
    let before = max(1, growing.count + 1)
    let wasWide = cells.count >= cells.unitCount
    cells.grow(to: largest)
    medium = nil
    // The site above the last edge is the first of the next one, as long as sizes go one by one.
    if !wasWide, !sites.isEmpty { sites.removeLast() }
    for cell in before...cells.count {
      let size = cells.upperEdge(cell) - 0.5
      growing.append(particle(isCentred ? size + 0.5 : size))
      sites.append(particle(size))
      if cell == cells.count || cell >= cells.unitCount { sites.append(particle(size + 1)) }
    }
  }

  private func particle(_ units: Double) -> Particle<Double> {
    Particle(units: units, volumePerUnit: ladder.volumePerUnit)
  }

  /// Where among the sites the step over an edge starts.
  private func site(_ edge: Int) -> Int {
    let beyond = edge - cells.unitCount
    return beyond > 0 ? cells.unitCount - 1 + 2 * beyond : edge - 1
  }

  /// Brings the tables to a medium.
  public mutating func refresh(in medium: Medium<Double>) {
    guard self.medium.map({ differs(medium, $0) }) ?? true else { return }
    self.medium = medium
    slopes = [:]
    let energies = ladder.energies(of: sites, in: medium)
    let steps = steps(energies, in: medium)
    let swept = ladder.attachments(of: growing, taking: steps, in: medium)
    attachment.resize(to: cells.count + 1)
    detachment.resize(to: cells.count + 1)
    brokenLinearSize = nil
    for edge in 1...cells.count {
      attachment[edge] = swept[edge - 1] * PhysicalConstants.avogadro
      if ladder.isBroken(at: steps[edge - 1].energy), brokenLinearSize == nil {
        brokenLinearSize = cells.last(edge) + 1
      }
      guard edge < cells.count else { continue }
      detachment[edge + 1] = attachment[edge] * steps[edge - 1].equilibrium
    }
  }

  private func differs(_ one: Medium<Double>, _ other: Medium<Double>) -> Bool {
    one.temperature != other.temperature
      || reads.contains(.solute) && one.solute != other.solute
      || reads.contains(.coverage) && one.coverage != other.coverage
      || reads.contains(.binding) && one.binding != other.binding
  }

  /// The derivatives of the coefficients to one variable of the present medium; nil where the laws do
  /// not read it.
  public mutating func slopes(along variable: MediumVariables) -> Slopes? {
    guard let medium, reads.contains(variable) else { return nil }
    if let known = slopes[variable.rawValue] { return known }
    let moving = medium.along(variable)
    let energies = ladder.energies(of: sites.map(\.constant), in: moving)
    let steps = steps(energies, in: moving)
    let swept = ladder.attachments(of: growing.map(\.constant), taking: steps, in: moving)
    var made = Slopes()
    made.attachment.resize(to: cells.count + 1)
    made.detachment.resize(to: cells.count + 1)
    for edge in 1...cells.count {
      let coefficient = swept[edge - 1] * PhysicalConstants.avogadro
      made.attachment[edge] = coefficient.derivative
      guard edge < cells.count else { continue }
      made.detachment[edge + 1] = (coefficient * steps[edge - 1].equilibrium).derivative
    }
    slopes[variable.rawValue] = made
    return made
  }

  private func steps<Value: TabulatedScalar>(
    _ energies: [Value], in medium: Medium<Value>
  ) -> [GrowthStep<Value>] {
    let (thermal, solubility) = (medium.thermalEnergy, medium(ladder.solubility))
    return (1...cells.count).map { edge in
      let start = site(edge)
      let energy = (energies[start + 1] - energies[start]) / thermal
      return GrowthStep(
        energy: energy,
        equilibrium: ladder.equilibrium(energyStep: energy, solubility: solubility))
    }
  }
}

extension Ladder {
  /// Whether 1 + ΔE/kT is no rate, where Gibbs-Thomson is linear.
  fileprivate func isBroken(at energyStep: Double) -> Bool {
    gibbsThomson == .linear && !isIrreversible && 1 + energyStep <= 0
  }
}

extension Particle<Double> {
  /// The same particle in numbers that carry derivatives, none of which it has.
  public var constant: Particle<Dual> { Particle<Dual>(units: Dual(units), radius: Dual(radius)) }
}

extension [Double] {
  fileprivate mutating func resize(to count: Int) {
    if count < self.count { removeLast(self.count - count) }
    if count > self.count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}
