import Kinetics
import Synthesis

/// Liquid that takes its time to mix: what is injected with a mixing time first lies beside the solution,
/// and comes into it at first order.
///
///     P(t) = P_0 [1 - exp(-t/τ)]
///
/// Each species of such an injection gets a pool, "NAME (unmixed)", that becomes the species with the rate
/// constant 1/τ and has its units. Several injections share a pool where their mixing times agree.
struct UnmixedPools {
  private(set) var network: ReactionNetwork
  private var pools: [(species: Int, mixingTime: Double, pool: Int)] = []

  init(_ network: ReactionNetwork) {
    self.network = network
  }

  /// The pool of a species, by its place in the network; made where there is none.
  mutating func pool(of species: Int, mixingIn time: Double) -> Int {
    if let known = pools.first(where: { $0.species == species && $0.mixingTime == time }) {
      return known.pool
    }
    let others = pools.count { $0.species == species }
    let owner = network.species[species]
    let name = "\(owner.name) (unmixed\(others == 0 ? "" : " \(others + 1)"))"
    let pool = network.species.count
    let mixing = Reaction(
      equation: "\(name) -> \(owner.name)",
      reactants: [Reaction.Term(species: pool, count: 1)],
      products: [Reaction.Term(species: species, count: 1)], rateConstant: Coefficient(1 / time))
    network = ReactionNetwork(
      species: network.species + [Species(name: name, units: owner.units)],
      reactions: network.reactions + [mixing])
    pools.append((species, time, pool))
    return pool
  }

  /// Moves what an injection holds into pools.
  mutating func hold(_ injection: inout Injection, mixingIn time: Double) {
    for (species, content) in injection.contents.enumerated() where content > 0 {
      let pool = pool(of: species, mixingIn: time)
      while injection.contents.count <= pool { injection.contents.append(0) }
      injection.contents[pool] += content
      injection.contents[species] = 0
    }
  }
}
