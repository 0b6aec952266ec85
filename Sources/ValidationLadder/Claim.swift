/// One comparison of what qdsynth gives with what is known.
public struct Claim: Sendable, Encodable {
  public enum Verdict: String, Sendable, Encodable {
    case passed
    case failed
    /// Nothing was compared, for want of data that may not be given away.
    case skipped
  }

  /// The case, "exact/first-order".
  public let validationCase: String
  /// What was compared, and at which time or input.
  public let quantity: String
  public let expected: String
  public let found: String
  /// In the case's norm; nil where there is no number to compare.
  public let error: Double?
  public let tolerance: Double
  public let verdict: Verdict

  private enum CodingKeys: String, CodingKey {
    case validationCase = "case"
    case quantity
    case expected
    case found
    case error
    case tolerance
    case verdict
  }

  /// A number against a number.
  init(
    _ owner: ValidationCase, _ quantity: String, of name: String? = nil, expected: Double,
    found: Double
  ) {
    self.init(
      owner, quantity, of: name, expected: expected.shown, found: found.shown,
      error: owner.norm.error(of: found, from: expected))
  }

  /// A comparison whose error is known; an error that is no number fails.
  ///
  /// - Parameters:
  ///   - quantity: as the table of claims shows it.
  ///   - name: of the quantity in the case, where it has a tolerance of its own.
  init(
    _ owner: ValidationCase, _ quantity: String, of name: String? = nil, expected: String,
    found: String, error: Double?
  ) {
    validationCase = owner.name
    self.quantity = quantity
    self.expected = expected
    self.found = found
    self.error = error?.isFinite == true ? error : nil
    tolerance = owner.tolerance(of: name ?? quantity)
    verdict = (self.error ?? .infinity) <= tolerance ? .passed : .failed
  }

  /// A case whose data are not at hand, which says so and proves nothing.
  init(_ owner: ValidationCase, skipping reason: String) {
    (validationCase, quantity) = (owner.name, "the case itself")
    (expected, found, error) = ("a comparison", reason, nil)
    (tolerance, verdict) = (owner.tolerances[0], .skipped)
  }

  /// A case without a verdict of its own: it fails, and says why.
  init(_ owner: ValidationCase, failing reason: String) {
    self.init(owner, "the case itself", expected: "a comparison", found: reason, error: nil)
  }

  /// A number that is to lie between two others; an infinite one is none.
  init(
    _ owner: ValidationCase, _ quantity: String, of name: String, found: Double,
    between least: Double, and most: Double
  ) {
    let expected =
      least == -.infinity
      ? "at most \(most.shown)"
      : most == .infinity ? "at least \(least.shown)" : "\(least.shown) to \(most.shown)"
    self.init(
      owner, quantity, of: name, expected: expected, found: found.shown,
      error: found.isNaN ? nil : max(0, least - found, found - most))
  }
}
