import Optimizers

/// A minimum that a search has found, and how.
public struct Fit: Sendable, Hashable, Codable {
  public struct Outcome: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
      case converged
      /// The search ran out of its iterations or evaluations.
      case unfinished
      case failed
    }

    public var kind: Kind
    /// In words.
    public var reason: String
  }

  /// In natural units, in the order of the model's parameters.
  public let values: [Double]
  public let start: [Double]
  /// What was minimised: chi-square after the loss, with the priors.
  public let objective: Double
  /// Σr² over the data, without loss and priors.
  public let chiSquare: Double
  public let residualCount: Int
  /// Parameters that were free.
  public let freeCount: Int
  public let outcome: Outcome
  public let iterations: Int
  /// Points at which residuals were asked, those of derivatives not counted.
  public let evaluations: Int
  /// Points at which derivatives were asked.
  public let jacobians: Int
  /// Points among the evaluations that the model could not compute.
  public let failures: Int

  /// This fit and a second one from where it ended, with some parameters held.
  func continued(by other: Fit) -> Fit {
    Fit(
      values: other.values, start: start, objective: other.objective, chiSquare: other.chiSquare,
      residualCount: residualCount, freeCount: freeCount, outcome: other.outcome,
      iterations: iterations + other.iterations, evaluations: evaluations + other.evaluations,
      jacobians: jacobians + other.jacobians, failures: failures + other.failures)
  }

  public var hasConverged: Bool { outcome.kind == .converged }

  public var degreesOfFreedom: Int { residualCount - freeCount }

  /// χ² / (N - p); nil where no data are left over.
  public var reducedChiSquare: Double? {
    degreesOfFreedom > 0 ? chiSquare / Double(degreesOfFreedom) : nil
  }
}

extension Fit.Outcome {
  init(_ ending: BoundedLeastSquares.Ending, limit: Int) {
    switch ending {
    case .smallChange:
      self.init(kind: .converged, reason: "a further step changes chi-square next to nothing")
    case .smallGradient:
      self.init(kind: .converged, reason: "chi-square is level in every direction that is open")
    case .smallStep:
      self.init(kind: .converged, reason: "a further step changes the parameters next to nothing")
    case .smallestRegion:
      self.init(kind: .converged, reason: "no step, however small, lowers chi-square")
    case .iterations:
      self.init(kind: .unfinished, reason: "stopped after \(limit) iterations, still going down")
    case .failure(let text): self.init(kind: .failed, reason: text)
    }
  }

  init(_ ending: DerivativeFreeSearch.Ending, limit: Int) {
    switch ending {
    case .smallChange:
      self.init(kind: .converged, reason: "further points change chi-square next to nothing")
    case .smallStep:
      self.init(kind: .converged, reason: "further points change the parameters next to nothing")
    case .roundOff:
      self.init(kind: .converged, reason: "round-off lets chi-square go no lower")
    case .evaluations:
      self.init(kind: .unfinished, reason: "stopped after \(limit) points, still going down")
    case .failure(let text): self.init(kind: .failed, reason: text)
    }
  }
}
