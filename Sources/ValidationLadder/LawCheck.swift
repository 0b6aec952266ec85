import Units

/// Reads a formula at the inputs of every row of the reference.
struct LawCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    guard let law = validationCase.options.law, let formula = Formula(named: law) else {
      throw .bad(
        "\(validationCase.name): there is no formula \"\(validationCase.options.law ?? "")\"")
    }
    let outputs = try outputs(of: formula, in: reference)
    let inputs = reference.columns.indices.filter { place in
      !outputs.contains { $0.place == place }
    }
    var claims: [Claim] = []
    for row in reference.rows {
      for output in outputs {
        claims.append(try claim(formula, row, reference, output, inputs))
      }
    }
    return claims
  }

  /// The columns that hold results of the formula.
  private func outputs(
    of formula: Formula, in reference: ReferenceTable
  ) throws(CaseError) -> [(name: String, place: Int)] {
    var outputs: [(name: String, place: Int)] = []
    for name in validationCase.quantities {
      guard let result = formula.results.first(where: { $0.name == name }) else {
        let known = formula.results.map(\.name).joined(separator: ", ")
        throw .bad("\(validationCase.name): the formula gives no \"\(name)\"; it gives \(known)")
      }
      let place = try reference.place(of: name)
      guard result.unit == nil || result.unit == reference.columns[place].unit else {
        throw .bad("\(reference.path): \(name) is in \(result.unit ?? "1")")
      }
      outputs.append((name, place))
    }
    return outputs
  }

  private func claim(
    _ formula: Formula, _ row: [String], _ reference: ReferenceTable,
    _ output: (name: String, place: Int), _ inputPlaces: [Int]
  ) throws(CaseError) -> Claim {
    var inputs = validationCase.options.constants
    var label = inputPlaces.isEmpty ? output.name : "\(output.name) at"
    for place in inputPlaces {
      let column = reference.columns[place]
      inputs[column.name] = row[place] + (column.unit.map { " \($0)" } ?? "")
      label += " \(column.name) \(inputs[column.name] ?? "")"
    }
    guard let found = try value(of: output.name, formula, inputs, reference) else {
      throw .bad("\(reference.path): \(label) lacks an input that the formula needs")
    }
    return Claim(
      validationCase, label, of: output.name,
      expected: try reference.number(row, output.place), found: found)
  }

  private func value(
    of result: String, _ formula: Formula, _ inputs: [String: String], _ reference: ReferenceTable
  ) throws(CaseError) -> Double? {
    do throws(UnitsError) {
      return try formula.value(of: result, inputs)
    } catch {
      throw .bad("\(reference.path): \(error.description)")
    }
  }
}
