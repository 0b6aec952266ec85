import Foundation
import PopulationBalance
import ScenarioFiles
import Synthesis

/// Looks at the balance of matter of every shipped scenario and of many random experiments.
struct InvariantCheck {
  let validationCase: ValidationCase
  let tier: Tier

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let quantity = try reference.place(of: "quantity")
    let value = try reference.place(of: "value")
    guard let row = reference.rows.first(where: { $0[quantity] == "matter_defect" }),
      validationCase.quantities == ["matter_defect"]
    else { throw .bad("\(reference.path): the invariant is matter_defect") }
    let expected = try reference.number(row, value)
    return try shippedClaims(expected) + [try randomClaim(expected)]
  }

  private func shippedClaims(_ expected: Double) throws(CaseError) -> [Claim] {
    guard let folder = validationCase.options.scenarios else { return [] }
    let path = validationCase.folder + "/" + folder
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let shipped = names.filter {
      FileManager.default.fileExists(atPath: "\(path)/\($0)/scenario.toml")
    }
    guard !shipped.isEmpty else { throw .missing("\"\(path)\" holds no scenarios") }
    var claims: [Claim] = []
    for name in shipped {
      let file = "\(path)/\(name)/scenario.toml"
      let experiment = try Self.experiment(file)
      guard ExperimentKind(experiment) == validationCase.options.experiments else { continue }
      claims.append(claim(name, experiment.balance(), expected))
    }
    return claims
  }

  private static func experiment(_ file: String) throws(CaseError) -> Experiment {
    do throws(ScenarioError) {
      return try Scenario.load(file).experiment
    } catch {
      throw CaseError(error)
    }
  }

  /// The worst of all random experiments; one that does not come to its end is the worst of all.
  private func randomClaim(_ expected: Double) throws(CaseError) -> Claim {
    let options = validationCase.options
    let count = tier == .full ? options.count : options.quickCount
    guard let kind = options.experiments, count > 0 else {
      throw .bad("\(validationCase.name): an invariant needs \"experiments\" and a \"count\"")
    }
    var worst: (seed: Int, trajectory: Trajectory)?
    for seed in options.seed..<options.seed + count {
      let trajectory = RandomExperiment.make(kind, seed: seed).balance()
      let defect = trajectory.statistics.matterDefect
      if trajectory.interruption != nil || !defect.isFinite {
        return claim("random experiment \(seed)", trajectory, expected)
      }
      if defect >= worst?.trajectory.statistics.matterDefect ?? 0 { worst = (seed, trajectory) }
    }
    guard let worst else { throw .bad("\(validationCase.name): nothing was run") }
    return claim(
      "the worst of \(count) random \(kind.rawValue) experiments, \(worst.seed)",
      worst.trajectory, expected)
  }

  private func claim(_ subject: String, _ trajectory: Trajectory, _ expected: Double) -> Claim {
    let label = "matter_defect of \(subject)"
    if let interruption = trajectory.interruption {
      return Claim(
        validationCase, label, expected: expected.shown,
        found: "stopped at \(interruption.time.shown) s: \(interruption.reason)", error: nil)
    }
    return Claim(
      validationCase, label, expected: expected, found: trajectory.statistics.matterDefect)
  }
}
