import ScenarioFiles

/// Why a case gives no verdict.
public enum CaseError: Error, Sendable {
  /// Something that the case needs is not there.
  case missing(String)
  /// A case, its scenario or its reference that cannot be used, and why.
  case bad(String)
  /// A table of claims that found no place.
  case unwritable(String)

  init(_ error: ScenarioError) {
    self =
      switch error {
      case .missing: .missing(error.description)
      case .bad: .bad(error.description)
      }
  }
}

extension CaseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let text), .bad(let text), .unwritable(let text): text
    }
  }
}
