import Foundation

/// All rungs: the cases in a folder, found by their `case.toml`.
public struct ValidationLadder: Sendable {
  /// The kinds of evidence, as folders, in the order in which they are climbed.
  static let rungs = ["exact", "asymptotic", "consistency", "literature", "performance"]

  public let cases: [ValidationCase]

  /// The cases under a folder.
  public init(in folder: String) throws(CaseError) {
    var cases: [ValidationCase] = []
    for rung in Self.rungs {
      let path = "\(folder)/\(rung)"
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      for name in names {
        guard FileManager.default.fileExists(atPath: "\(path)/\(name)/case.toml") else { continue }
        cases.append(try CaseFile.load("\(path)/\(name)", named: "\(rung)/\(name)"))
      }
    }
    guard !cases.isEmpty else {
      throw .missing("\"\(folder)\" holds no validation cases")
    }
    self.cases = cases
  }

  /// The cases of a tier whose names were asked for; all of it where none was.
  ///
  /// A name is a case ("exact/first-order", or "first-order" alone), or a rung ("exact"). A case that
  /// is named is taken whatever its tier.
  public func chosen(_ names: [String], _ tier: Tier) throws(CaseError) -> [ValidationCase] {
    guard !names.isEmpty else { return cases.filter { tier == .full || $0.tier == .quick } }
    var chosen: [ValidationCase] = []
    for name in names {
      let matches = cases.filter {
        $0.name == name || $0.name.split(separator: "/").contains { $0 == name }
      }
      guard !matches.isEmpty else {
        throw .missing(
          "no validation case is called \"\(name)\"; known: "
            + cases.map(\.name).joined(separator: ", "))
      }
      chosen += matches.filter { match in !chosen.contains { $0.name == match.name } }
    }
    return chosen
  }
}

extension ValidationCase {
  /// Checks the case; what it cannot be checked with is an error, never a pass.
  ///
  /// One whose measurements are not here is skipped, and says so.
  public func claims(_ tier: Tier) throws(CaseError) -> [Claim] {
    if let file = options.data.first(where: {
      !FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }) {
      return [Claim(self, skipping: "\(file) is not here: these data may not be given away")]
    }
    let claims =
      switch kind {
      case .run: try RunCheck(validationCase: self).claims()
      case .law, .observe: try LawCheck(validationCase: self).claims()
      case .sweep: try SweepCheck(validationCase: self).claims()
      case .invariant: try InvariantCheck(validationCase: self, tier: tier).claims()
      case .realizations: try RealizationCheck(validationCase: self, tier: tier).claims()
      case .frames: try FramesCheck(validationCase: self).claims()
      case .ensemble: try EnsembleCheck(validationCase: self, tier: tier).claims()
      case .inference: try InferenceCheck(validationCase: self).claims()
      case .sensitivity: try SensitivityCheck(validationCase: self).claims()
      case .fit: try FitCheck(validationCase: self).claims()
      case .recovery: try RecoveryCheck(validationCase: self, tier: tier).claims()
      case .gradient: try GradientCheck(validationCase: self).claims()
      }
    guard !claims.isEmpty else { throw .bad("\(name): nothing was compared") }
    return claims
  }

  /// The case as a claim that fails for want of a comparison.
  public func failing(_ error: CaseError) -> Claim {
    Claim(self, failing: error.description)
  }
}
