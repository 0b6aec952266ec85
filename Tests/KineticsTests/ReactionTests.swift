import Kinetics
import Testing

@Suite("Reactions")
struct ReactionTests {
  private func term(_ species: Int, _ count: Double = 1) -> Reaction.Term {
    Reaction.Term(species: species, count: count)
  }

  private func rate(_ reaction: Reaction, _ amounts: [Double], volume: Double) -> Double {
    reaction.rate(of: amounts.span, per: volume, at: 400.0)
  }

  @Test("2 A → B: k [A]² events per volume and time, and so d[A]/dt = -2k[A]²")
  func secondOrder() throws {
    let reaction = Reaction(
      equation: "2 A -> B", reactants: [term(1, 2)], products: [term(2)],
      rateConstant: Coefficient(0.3))
    // 6 mol in 2 m³: [A] = 3.
    #expect(rate(reaction, [0, 6, 0], volume: 2) == 0.3 * 9)
    let change = network([reaction]).change(of: reaction)
    #expect(change.terms == [term(1, -2), term(2, 1)])
    #expect(change.lost == 0)
  }

  @Test("declared orders, catalysts and fractional powers")
  func orders() {
    let reaction = Reaction(
      equation: "A -> B", reactants: [term(1)], products: [term(2)],
      orders: [term(1, 0.5), term(2, 3), term(0, 0)], rateConstant: Coefficient(2))
    #expect(reaction.order == 3.5)
    #expect(abs(rate(reaction, [0, 8, 6], volume: 2) / (2 * 2 * 27) - 1) <= 1e-14)
    // Round-off below zero is no concentration.
    #expect(rate(reaction, [0, -1e-20, 6], volume: 2) == 0)
  }

  @Test("a reversible reaction stands still where the product of activities is K")
  func reversible() {
    let reaction = Reaction(
      equation: "A <-> 2 B", reactants: [term(1)], products: [term(2, 2)],
      rateConstant: Coefficient(0.7), equilibriumConstant: Coefficient(4))
    #expect(abs(rate(reaction, [0, 9, 6], volume: 1)) <= 1e-14)
    #expect(rate(reaction, [0, 10, 6], volume: 1) > 0)
    #expect(rate(reaction, [0, 9, 7], volume: 1) < 0)
  }

  @Test("what a yield below one does not make is lost, in solute units")
  func yield() {
    let reaction = Reaction(
      equation: "A -> solute + B", reactants: [term(1)], products: [term(0), term(2)],
      rateConstant: Coefficient(1), yield: 0.25)
    let network = network([reaction])
    let change = network.change(of: reaction)
    // B carries no units, so its stoichiometry is whole.
    #expect(change.terms == [term(0, 0.25), term(1, -1), term(2, 1)])
    #expect(change.lost == 0.75)
    #expect(network.imbalance(of: reaction) == 0)
  }

  @Test("a species on both sides cancels; units out of nothing are seen")
  func imbalance() {
    let catalysed = Reaction(
      equation: "A + B -> solute + B", reactants: [term(1), term(2)],
      products: [term(0), term(2)], rateConstant: Coefficient(1))
    #expect(network([catalysed]).change(of: catalysed).terms == [term(0, 1), term(1, -1)])
    let wrong = Reaction(
      equation: "A -> 2 solute", reactants: [term(1)], products: [term(0, 2)],
      rateConstant: Coefficient(1))
    #expect(network([wrong]).imbalance(of: wrong) == 1)
  }

  @Test(
    "slopes agree with central differences",
    arguments: [
      [1.0, 1], [2, 0], [0.5, 1.5], [3, 2], [0, 1], [4, 1],
    ])
  func slopes(orders: [Double]) {
    let reaction = Reaction(
      equation: "A + B <-> solute", reactants: [term(1), term(2)], products: [term(0)],
      orders: [term(1, orders[0]), term(2, orders[1])], rateConstant: Coefficient(0.3),
      equilibriumConstant: Coefficient(2))
    let (amounts, volume) = ([0.4, 3.0, 5.0], 2.0)
    var slopes = [0.0, 0, 0]
    reaction.differentiateRate(of: amounts.span, per: volume, at: 400) { slopes[$0] += $1 }
    for species in amounts.indices {
      var (up, down) = (amounts, amounts)
      up[species] += 1e-5
      down[species] -= 1e-5
      let difference =
        volume * (rate(reaction, up, volume: volume) - rate(reaction, down, volume: volume))
        / 2e-5
      #expect(abs(slopes[species] - difference) <= 1e-8)
    }
  }

  @Test("slopes at empty flasks are numbers", arguments: [0.0, 0.5, 1, 2])
  func slopesAtZero(order: Double) {
    let reaction = Reaction(
      equation: "A -> solute", reactants: [term(1)], products: [term(0)],
      orders: [term(1, order)], rateConstant: Coefficient(0.3))
    let amounts = [0.0, 0, 0]
    reaction.differentiateRate(of: amounts.span, per: 1, at: 400) { _, slope in
      #expect(slope.isFinite)
    }
  }

  private func network(_ reactions: [Reaction]) -> ReactionNetwork {
    ReactionNetwork(
      species: [
        Species(name: "solute", units: 1), Species(name: "A", units: 1), Species(name: "B"),
      ], reactions: reactions)
  }
}
