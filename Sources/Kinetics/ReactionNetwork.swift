import RealModule

/// The dissolved species of a flask and the reactions between them.
public struct ReactionNetwork: Sendable {
  public let species: [Species]
  public let reactions: [Reaction]
  /// The place of the solute among the species.
  public let solute: Int

  public init(species: [Species], reactions: [Reaction]) {
    guard let solute = species.firstIndex(where: { $0.name == Species.soluteName }) else {
      preconditionFailure("a network has the species \(Species.soluteName)")
    }
    self.species = species
    self.reactions = reactions
    self.solute = solute
  }

  /// What one event of a reaction changes: the species, and the solute units that are lost by its
  /// yield.
  public func change(of reaction: Reaction) -> (terms: [Reaction.Term], lost: Double) {
    var change = [Int: Double]()
    var lost = 0.0
    for term in reaction.reactants { change[term.species, default: 0] -= term.count }
    for term in reaction.products {
      let units = species[term.species].units * term.count
      let share = units > 0 ? reaction.yield : 1
      change[term.species, default: 0] += share * term.count
      lost += (1 - share) * units
    }
    let terms = change.sorted { $0.key < $1.key }.filter { $0.value != 0 }
    return (terms.map { Reaction.Term(species: $0.key, count: $0.value) }, lost)
  }

  /// The solute units that one event makes (positive) or destroys, yield losses counted as kept:
  /// zero for every balanced equation.
  public func imbalance(of reaction: Reaction) -> Double {
    func units(_ terms: [Reaction.Term]) -> Double {
      terms.reduce(0) { $0 + species[$1.species].units * $1.count }
    }
    return units(reaction.products) - units(reaction.reactants)
  }
}
