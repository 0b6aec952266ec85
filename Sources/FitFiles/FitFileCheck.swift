import ScenarioFiles

/// What in a file of a fit contradicts the rest of it.
///
/// The numbers that a fit derives from others are derived again: standard errors are the roots of the
/// covariance, the chi-square of a series is that of its points, the best start is the fit, and values,
/// draws and profiles lie between the bounds.
public struct FitFileCheck: Sendable {
  /// A contradiction, and where in the file it stands.
  public struct Finding: Sendable, Equatable, CustomStringConvertible {
    public let path: String
    public let message: String

    public var description: String { "\(path): \(message)" }
  }

  public let findings: [Finding]

  /// Runs repeat to within their tolerance, not to round-off.
  private static let tolerance = 1e-4

  public init(_ file: FitFile) {
    findings =
      Self.bounds(file) + Self.errors(file) + Self.series(file) + Self.starts(file)
      + Self.draws(file)
  }

  public var isGood: Bool { findings.isEmpty }

  private static func bounds(_ file: FitFile) -> [Finding] {
    file.parameters.filter { !($0.lower...$0.upper).widened.contains($0.value) }.map {
      Finding(
        path: "/fit/value",
        message: "\($0.name) is \($0.value), outside of its bounds, \($0.lower) to \($0.upper)")
    }
  }

  private static func errors(_ file: FitFile) -> [Finding] {
    file.parameters.enumerated().compactMap { place, parameter in
      let variance = file.certainty.covariance[place][place]
      guard !areEqual(variance?.squareRoot(), parameter.standardError, within: 1e-9) else {
        return nil
      }
      return Finding(
        path: "/fit/standard_error",
        message: "that of \(parameter.name) is not the root of its variance")
    }
  }

  private static func series(_ file: FitFile) -> [Finding] {
    var findings: [Finding] = []
    for (place, series) in file.series.enumerated() {
      let path = "/series/\(place + 1)"
      let points = series.frames.reduce(0) { $0 + $1.data.count }
      if points != series.points {
        findings.append(
          Finding(path: path + "/points", message: "\(series.points) are said, \(points) are there")
        )
      }
      // Counted particles are compared by a deviance, which is no sum of squares.
      guard series.kind != .tem else { continue }
      let sum = series.frames.reduce(0) { $0 + $1.chiSquare }
      guard !areEqual(sum, series.chiSquare, within: 1e-6) else { continue }
      findings.append(
        Finding(
          path: path + "/chi_square",
          message: "\(series.chiSquare) is said, and its points give \(sum)"))
    }
    let sum = file.series.reduce(0) { $0 + $1.chiSquare }
    if !areEqual(sum, file.outcome.chiSquare, within: tolerance) {
      findings.append(
        Finding(
          path: "/fit/chi_square",
          message: "\(file.outcome.chiSquare) is said, and the series give \(sum)"))
    }
    return findings
  }

  private static func starts(_ file: FitFile) -> [Finding] {
    guard let best = file.starts.compactMap(\.objective).min(),
      areEqual(best, file.outcome.objective, within: 1e-12)
    else {
      return [
        Finding(path: "/starts/fval", message: "no start ended where the best fit is")
      ]
    }
    return []
  }

  private static func draws(_ file: FitFile) -> [Finding] {
    guard let samples = file.samples else { return [] }
    return zip(file.parameters, samples.draws).compactMap { parameter, draws in
      let bounds = (parameter.lower...parameter.upper).widened
      let outside = draws.reduce(0) { $0 + $1.count { !bounds.contains($0) } }
      return outside == 0
        ? nil
        : Finding(
          path: "/posterior/\(parameter.identifier)",
          message: "\(outside) draws lie outside of the bounds of \(parameter.name)")
    }
  }

  private static func areEqual(_ one: Double?, _ other: Double?, within share: Double) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= share * max(abs(one), abs(other), 1e-9)
  }
}

extension ClosedRange<Double> {
  /// By round-off.
  fileprivate var widened: ClosedRange<Double> {
    (lowerBound - 1e-12 * abs(lowerBound))...(upperBound + 1e-12 * abs(upperBound))
  }
}
