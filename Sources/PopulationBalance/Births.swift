import Kinetics

/// Nuclei of a closure on the cells of a grid.
///
/// A nucleus of n_J units is shared between the two cells whose units enclose it, so that number and
/// units are both kept. The solute gives n_J units less those that a partner brings.
struct Births: Sendable {
  let closure: NucleationClosure
  /// The species that takes part beside the solute, and the units of one of its molecules.
  let partner: Int?
  let partnerUnits: Double

  init?(_ closure: NucleationClosure?, in network: ReactionNetwork) {
    guard let closure else { return nil }
    self.closure = closure
    partner = closure.partner.flatMap { name in
      network.species.firstIndex { $0.name == name }
    }
    partnerUnits = partner.map { network.species[$0].units } ?? 0
  }

  /// What of the medium births change with: a law may work with the ladder's own rates and energies.
  func reads(on ladder: Ladder) -> MediumVariables { closure.law.reads.union(ladder.reads) }

  /// Molecules of the partner that a birth takes.
  var partnerCount: Double { partner == nil ? 0 : closure.law.partnerCount }

  /// Units that a nucleus takes from the solute.
  func uptake<Value: Scalar>(_ birth: Birth<Value>) -> Value {
    birth.units - Value(partnerCount * partnerUnits)
  }

  /// The cell below which nothing exists while nuclei have so many units.
  func floor(of units: Double, on cells: SizeCells) -> Int {
    let size = max(2, min(units.rounded(.down), Double(cells.largest)))
    return min(cells.cell(of: size), cells.count - 1)
  }
}

extension NucleationClosure {
  /// Units below which nothing exists before the first nucleus; infinite where the nucleus decides.
  var floor: Double { dissolvesBelow ?? (law.bears ? .infinity : 2) }
}

extension SizeCells {
  /// The cell, 2 or above, of a size that the grid need not have reached yet.
  func cell(_ units: Double) -> Int {
    var grown = self
    grown.grow(to: Int(units) + 1)
    return max(2, grown.cell(of: units))
  }
}
