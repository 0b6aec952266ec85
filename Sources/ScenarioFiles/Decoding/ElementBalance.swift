import Kinetics
import Materials
import Units

/// The atoms on both sides of an equation whose species all have formulas.
struct ElementBalance {
  /// What an equation makes or destroys: the element, and how many of it stand left and right.
  let faults: [(element: String, left: Double, right: Double)]

  /// Nothing where a species of the equation has no formula.
  init?(of reaction: Reaction, among species: [Species], _ formulas: [String: ChemicalFormula]) {
    func atoms(_ terms: [Reaction.Term]) -> [String: Double]? {
      var sum: [String: Double] = [:]
      for term in terms {
        guard let formula = formulas[species[term.species].name] else { return nil }
        for (element, count) in formula.atoms {
          sum[element, default: 0] += term.count * Double(count)
        }
      }
      return sum
    }
    guard let left = atoms(reaction.reactants), let right = atoms(reaction.products) else {
      return nil
    }
    faults = Set(left.keys).union(right.keys).sorted().compactMap { element in
      let (before, after) = (left[element] ?? 0, right[element] ?? 0)
      guard abs(before - after) > 1e-9 * max(before, after) else { return nil }
      return (element, before, after)
    }
  }

  /// "Cd: 0 on the left, 1 on the right; ...".
  var description: String {
    faults.map { fault in
      let left = Dimension.dimensionless.format(fault.left)
      let right = Dimension.dimensionless.format(fault.right)
      return "\(fault.element): \(left) on the left, \(right) on the right"
    }.joined(separator: "; ")
  }
}
