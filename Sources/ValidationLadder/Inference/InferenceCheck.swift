import Inference
import RealModule

/// Fits, profiles and samples a target, and holds what comes out against its closed form.
struct InferenceCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    guard let target = validationCase.options.target else {
      let known = InferenceTarget.allCases.map(\.rawValue).joined(separator: ", ")
      throw .bad("\(validationCase.name): an inference needs a \"target\": \(known)")
    }
    guard let model = try target.model(in: validationCase.folder) else {
      return try CertifiedCheck(validationCase: validationCase).claims()
    }
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let quantity = try reference.place(of: "quantity")
    let inferred: Inferred
    do throws(InferenceError) {
      inferred = try Inferred(
        model, seed: UInt64(validationCase.options.seed), draws: validationCase.options.count)
    } catch {
      throw .bad("\(validationCase.name): \(error)")
    }
    return try reference.rows.map { (row) throws(CaseError) in
      let name = row[quantity]
      let subjects = row[try reference.place(of: "of")].split(separator: " ").map(String.init)
      let expected = try reference.number(row, try reference.place(of: "value"))
      guard let found = inferred.number(name, subjects) else {
        throw .bad("\(reference.path): an inference has no \(name) of \(subjects)")
      }
      return Claim(
        validationCase, "\(name) of \(subjects.joined(separator: " and "))", of: name,
        expected: expected.shown, found: found.value.shown,
        error: found.distance(from: expected, in: validationCase.norm))
    }
  }
}
