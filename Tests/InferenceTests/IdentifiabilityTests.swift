import Foundation
import Inference
import Testing

@Suite struct IdentifiabilityTests {
  private func verdicts(_ model: ClosureModel) throws -> (Identifiability, ParameterCovariance) {
    let fit = try LeastSquares().fit(model)
    let sensitivity = try Sensitivity(model, fit)
    let covariance = try ParameterCovariance(sensitivity)
    return (try Identifiability(sensitivity, covariance: covariance), covariance)
  }

  /// A k⁻² sets the height, k alone nothing, and γ enters nowhere.
  @Test func deadAndCollinear() throws {
    let model = ClosureModel([
      FitParameter("A", start: 8, lower: 1e-3, upper: 1e3, scale: .logarithmic),
      FitParameter("gamma", start: 1, lower: 0.1, upper: 10),
      FitParameter("k", start: 1, lower: 1e-3, upper: 1e3, scale: .logarithmic),
      FitParameter("rate", start: 0.5, lower: 0, upper: 5),
    ]) { p in
      (0..<12).map {
        (p[0] / (p[2] * p[2]) * exp(-p[3] * Double($0) / 4) - exp(-Double($0) / 5)) / 0.01
      }
    }
    let (identifiability, covariance) = try verdicts(model)
    #expect(identifiability.verdicts.map(\.kind) == [.dead, .flat])
    let texts = identifiability.verdicts.map(\.text)
    #expect(texts[0].hasPrefix("the data do not depend on gamma"))
    #expect(texts[1].contains("A and k only in combination"))
    // Both ways to write it name the same curve.
    #expect(
      texts[1].contains("k / A^0.5 = 1;") || texts[1].contains("A / k^2 = 1,")
        || texts[1].contains("k / A^0.5 = 1,"), "\(texts[1])")
    #expect(identifiability.identifiable(among: 4) == [3])
    #expect(covariance.undetermined == [0, 1, 2] && covariance.determined == [3])
    #expect(covariance.standardError(0) == nil && covariance.standardError(3) != nil)
    #expect(covariance.rank == 2)
  }

  /// A slope of 0.01 σ over all bounds is noise, even where it led to a bound.
  @Test func deadAtBound() throws {
    let model = ClosureModel([
      FitParameter("a", start: 1, lower: 0, upper: 4), FitParameter("b", start: 1),
    ]) { p in [(p[0] - 9) / 400, (p[1] - 1) / 0.1] }
    let verdict = try verdicts(model).0.verdicts
    #expect(verdict.map(\.kind) == [.dead])
    #expect(verdict[0].parameters == [0])
  }

  @Test func sumOfLinearParameters() throws {
    let model = ClosureModel([
      FitParameter("a", start: 1, lower: -9, upper: 9),
      FitParameter("b", start: 2, lower: -9, upper: 9),
    ]) { p in [p[0] + 3 * p[1] - 7, 2 * (p[0] + 3 * p[1]) - 14.0] }
    let text = try verdicts(model).0.verdicts[0].text
    #expect(text.contains("a + 3 · b = 7") || text.contains("b + 0.333 · a = 2.333"), "\(text)")
  }

  @Test func tiedAndNotPinned() throws {
    let tied = ClosureModel([
      FitParameter("a", start: 1, lower: -9, upper: 9),
      FitParameter("b", start: 1, lower: -9, upper: 9),
    ]) { p in [10, 11, 12].map { (p[0] + $0 * p[1] - 8 - 5 * $0) / 0.1 } }
    #expect(try verdicts(tied).0.verdicts.map(\.kind) == [.correlated])
    let loose = ClosureModel([
      FitParameter("a", start: 1, lower: 0, upper: 4), FitParameter("b", start: 1),
    ]) { p in [(p[0] - 2) / 9, (p[1] - 1) / 0.1] }
    let verdict = try verdicts(loose).0.verdicts
    #expect(verdict.map(\.kind) == [.notPinned])
    #expect(verdict[0].text.contains("standard error, 9"))
  }

  /// One datum, whose σ is that of ln k.
  @Test(arguments: [(0.69, false), (0.70, true), (3.25, true)])
  func aFactorAboveTwoIsWeak(error: Double, isWeak: Bool) throws {
    let model = ClosureModel([
      FitParameter("k", unit: "1/s", start: 4, lower: 1e-3, upper: 1e3, scale: .logarithmic)
    ]) { p in [log(p[0] / 5) / error] }
    let verdicts = try verdicts(model).0.verdicts
    #expect(verdicts.map(\.kind) == (isWeak ? [.weak] : []))
    guard error == 3.25 else { return }
    #expect(
      verdicts[0].text.hasPrefix(
        "k is known only to a factor of 26 either way (68 %), around 5 1/s"),
      "\(verdicts[0].text)")
  }

  /// Of a bounded parameter and one without bounds, on a linear scale.
  @Test(arguments: [(0.99, false), (1.01, true)])
  func anErrorAboveHalfTheValueIsWeak(error: Double, isWeak: Bool) throws {
    let model = ClosureModel([
      FitParameter("d", unit: "nm", start: 1, lower: 0, upper: 9), FitParameter("b", start: 3),
    ]) { p in [(p[0] - 2) / error, (p[1] + 2) / error] }
    let verdicts = try verdicts(model).0.verdicts
    #expect(verdicts.map(\.kind) == (isWeak ? [.weak, .weak] : []))
    guard isWeak else { return }
    #expect(verdicts.map(\.parameters) == [[0], [1]])
    #expect(verdicts[0].text.hasPrefix("d is known only as 2 nm +/- 1 nm (68 %)"))
    #expect(verdicts[1].text.hasPrefix("b is known only as -2 +/- 1 (68 %)"))
  }
}
