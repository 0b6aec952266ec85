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
    let result = formula.result
    let output = try reference.place(of: result.name)
    guard result.unit == nil || result.unit == reference.columns[output].unit else {
      throw .bad("\(reference.path): \(result.name) is in \(result.unit ?? "1")")
    }
    var claims: [Claim] = []
    for row in reference.rows {
      claims.append(try claim(formula, row, reference, output: output))
    }
    return claims
  }

  private func claim(
    _ formula: Formula, _ row: [String], _ reference: ReferenceTable, output: Int
  ) throws(CaseError) -> Claim {
    var inputs = validationCase.options.constants
    var label = "\(formula.result.name) at"
    for (place, column) in reference.columns.enumerated() where place != output {
      inputs[column.name] = row[place] + (column.unit.map { " \($0)" } ?? "")
      label += " \(column.name) \(inputs[column.name] ?? "")"
    }
    guard let found = try value(of: formula, inputs, reference) else {
      throw .bad("\(reference.path): \(label) lacks an input that the formula needs")
    }
    return Claim(
      validationCase, label, expected: try reference.number(row, output), found: found)
  }

  private func value(
    of formula: Formula, _ inputs: [String: String], _ reference: ReferenceTable
  ) throws(CaseError) -> Double? {
    do throws(UnitsError) {
      return try formula.value(inputs)
    } catch {
      throw .bad("\(reference.path): \(error.description)")
    }
  }
}
