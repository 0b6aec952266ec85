import Kinetics
import Synthesis

/// The ways in which reactions happen.
enum MassAction: String, CaseIterable {
  case first = "first order with a yield"
  case second = "second order"
  case pair = "second order in one species"
  case third = "third order"
  case broken = "order one and a half"
  case reversible = "reversible"
  case autocatalytic = "autocatalytic"
  case held = "with a species that is held"

  /// The reaction at a multiple of its rate, between A, B, C and the held H.
  func reaction(_ factor: Double) -> Reaction {
    func term(_ species: Int, _ count: Double = 1) -> Reaction.Term {
      Reaction.Term(species: species, count: count)
    }
    func make(
      _ from: [Reaction.Term], _ to: [Reaction.Term], orders: [Reaction.Term]? = nil,
      equilibrium: Coefficient? = nil, yield: Double = 1
    ) -> Reaction {
      Reaction(
        equation: rawValue, reactants: from, products: to, orders: orders,
        rateConstant: Coefficient(factor), equilibriumConstant: equilibrium, yield: yield)
    }
    return switch self {
    case .first: make([term(0)], [term(2)], yield: 0.7)
    case .second: make([term(0), term(1)], [term(2, 2)])
    case .pair: make([term(0, 2)], [term(2, 2)])
    case .third: make([term(0, 2), term(1)], [term(2, 3)])
    case .broken: make([term(0)], [term(2)], orders: [term(0, 1.5)])
    case .reversible:
      make([term(0), term(1)], [term(2, 2)], equilibrium: Coefficient(0.5))
    case .autocatalytic: make([term(0), term(1)], [term(1, 2)])
    case .held: make([term(0), term(3)], [term(2)])
    }
  }
}

extension LawTrial {
  static func massAction(_ way: MassAction) -> LawTrial {
    LawTrial("reaction/mass action, \(way.rawValue)") { factor in
      flask(
        [
          Species(name: "A", initial: 1, units: 1), Species(name: "B", initial: 0.6, units: 1),
          Species(name: "C", units: 1), Species(name: "H", initial: 2, isHeld: true),
        ], [way.reaction(factor)], ladder: still, for: 2)
    }
  }
}
