import Campaigns
import Foundation
import Reports
import SweepAnalysis
import Units

/// The axes of a sweep as factors of its analysis.
struct SweepFactors {
  let factors: [Factor]

  /// What they are called in tables and titles.
  var names: [String] { AnalysedSweep.names(of: factors.map(\.name)) }

  /// Levels that a list or a grid may have on one axis, and a sample.
  private static let (mostLevels, mostOfSample) = (60, 12)

  /// - Parameter rows: the swept columns of every point.
  init(_ sweep: FinishedSweep, numbers: [String: [Double]], texts: [String: [String]]) {
    let kind = sweep.plan.design.kind
    let scales = Dictionary(
      kind.axes.map { ($0.path, $0.levels) }, uniquingKeysWith: { first, _ in first })
    factors = sweep.swept.map { head in
      if head.unit == nil { return Factor(head.name, texts: texts[head.name] ?? []) }
      let values = numbers[head.name] ?? []
      return Factor(
        head.name, unit: head.unit ?? "1", scale: Self.scale(scales[head.name], values),
        values: values, mostLevels: kind.isSample ? Self.mostOfSample : Self.mostLevels)
    }
  }

  private static func scale(_ levels: Axis.Levels?, _ values: [Double]) -> Factor.Scale {
    if case .range(_, _, _, let scale) = levels { return scale == .log ? .log : .linear }
    let places = Array(Set(values.filter(\.isFinite))).sorted()
    guard places.count > 2, let first = places.first, let last = places.last, first > 0,
      last / first >= 5
    else { return .linear }
    let steps = zip(places, places.dropFirst())
    let (factors, distances) = (steps.map { log($1 / $0) }, steps.map { $1 - $0 })
    return unevenness(factors) <= unevenness(distances) ? .log : .linear
  }

  private static func unevenness(_ steps: [Double]) -> Double {
    (steps.max() ?? 1) / (steps.min() ?? 1)
  }

  /// The place of an axis that a person names by its path or the end of it.
  func place(of name: String, option: String) throws(Fault) -> Int {
    let paths = factors.map(\.name)
    if let place = paths.firstIndex(of: name) { return place }
    let ends = paths.indices.filter {
      paths[$0].hasSuffix("." + name) || paths[$0].hasSuffix("." + name + ".value")
    }
    guard ends.count != 1 else { return ends[0] }
    let reason = ends.isEmpty ? "no axis is called" : "more than one axis ends in"
    throw Fault(
      .usage,
      "error: \(option): \(reason) \"\(name)\"; " + NearestName.advice(on: name, among: paths))
  }
}

extension Design.Kind {
  /// Whether points lie between levels.
  var isSample: Bool {
    switch self {
    case .grid, .zip, .list: false
    case .latinHypercube, .sobol, .saltelli: true
    }
  }
}
