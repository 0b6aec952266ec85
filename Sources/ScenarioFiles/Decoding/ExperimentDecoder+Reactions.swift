import Kinetics
import Units

extension ExperimentDecoder {
  mutating func reaction(_ table: TableReading, _ species: [Species]) -> Reaction? {
    guard let text = table.text("equation"),
      let equation = equation(text, species, at: table.place("equation"))
    else { return nil }
    let place = table.place("equation")
    let left = terms(equation.left, species, text, at: place)
    let right = terms(equation.right, species, text, at: place)
    guard let left, let right, let orders = orders(table, left, species) else { return nil }
    let order = orders.reduce(0) { $0 + $1.count }
    let change = right.reduce(0) { $0 + $1.count } - left.reduce(0) { $0 + $1.count }
    let rate = constant("rate_constant", .rateConstant(order: order), "activation_energy", table)
    let equilibrium = constant(
      "equilibrium_constant", .equilibriumConstant(change: change), "enthalpy", table)
    checkDirection(equation, table)
    guard let rate else { return nil }
    return Reaction(
      equation: text, reactants: left, products: right, orders: orders, rateConstant: rate,
      equilibriumConstant: equilibrium, yield: table.quantity("yield") ?? 1,
      enthalpy: table.quantity("enthalpy") ?? 0)
  }

  private mutating func equation(_ text: String, _ species: [Species], at place: Place)
    -> EquationText?
  {
    do throws(EquationText.Fault) {
      return try EquationText(text, known: species.map(\.name))
    } catch {
      reader.error(
        error.message, hint: error.hint,
        at: place.inside(text, from: error.offset, length: error.length))
      return nil
    }
  }

  private mutating func terms(
    _ terms: [EquationText.Term], _ species: [Species], _ text: String, at place: Place
  ) -> [Reaction.Term]? {
    var counts: [(species: Int, count: Double)] = []
    var isComplete = true
    for term in terms {
      let here = place.inside(text, from: term.offset, length: term.name.unicodeScalars.count)
      guard let index = index(of: term.name, in: species, at: here) else {
        isComplete = false
        continue
      }
      if let known = counts.firstIndex(where: { $0.species == index }) {
        counts[known].count += term.count
      } else {
        counts.append((index, term.count))
      }
    }
    return isComplete ? counts.map { Reaction.Term(species: $0.species, count: $0.count) } : nil
  }

  /// The numbers in the equation unless orders are declared, and one for every catalyst.
  private mutating func orders(
    _ table: TableReading, _ reactants: [Reaction.Term], _ species: [Species]
  ) -> [Reaction.Term]? {
    var orders = reactants.map { (species: $0.species, count: $0.count) }
    func set(_ index: Int, _ order: Double) {
      orders.removeAll { $0.species == index }
      if order != 0 { orders.append((index, order)) }
    }
    for entry in table.named("orders") {
      guard let index = index(of: entry.name, in: species, at: entry.place) else { return nil }
      switch entry.value.content {
      case .number(let order): set(index, order)
      default: break
      }
    }
    for catalyst in catalysts(table) {
      guard case .text(let name) = catalyst.content,
        let index = index(of: name, in: species, at: catalyst.place)
      else { return nil }
      if !orders.contains(where: { $0.species == index }) { orders.append((index, 1)) }
    }
    return orders.map { Reaction.Term(species: $0.species, count: $0.count) }
  }

  private func catalysts(_ table: TableReading) -> [Reading] {
    table.list("catalyst") ?? table["catalyst"].map { [$0] } ?? []
  }

  /// A constant whose dimension follows from the equation.
  private mutating func constant(
    _ key: String, _ dimension: Dimension, _ energy: String, _ table: TableReading
  ) -> Coefficient? {
    guard let reading = table[key] else { return nil }
    return reader.coefficient(
      reading.node, named: key, dimension, .notNegative, energy: energy)
  }

  private mutating func checkDirection(_ equation: EquationText, _ table: TableReading) {
    if equation.isReversible, !table.has("equilibrium_constant") {
      reader.error(
        "a reaction written with <-> needs \"equilibrium_constant\"",
        hint: "or write -> where there is no way back", at: table.place("equation"))
    }
    if !equation.isReversible, let constant = table["equilibrium_constant"] {
      reader.error(
        "an equilibrium constant needs a reaction that goes both ways",
        hint: "write the equation with <->", at: constant.place)
    }
  }
}
