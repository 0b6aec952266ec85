import Campaigns
import SweepAnalysis

/// What `sweep analyze` says on the terminal.
struct StudyReport {
  let study: SweepStudy
  /// Points that are told.
  let top: Int

  /// Points of a front that are told beside the best ones.
  private static let mostOfFront = 20

  var lines: [String] {
    [heading] + best + front + study.responses.flatMap(section)
  }

  private var heading: String {
    let plan = study.sweep.plan
    let axes = study.factors.factors.count
    let runs = plan.runs == plan.points ? "" : ", \(plan.runs) runs"
    return "\(study.sweep.path): \(plan.design.kind.name) over \(axes) "
      + "\(axes == 1 ? "axis" : "axes"), \(plan.points) points\(runs)"
  }

  // MARK: - Points

  private var best: [String] {
    guard let ranked = study.ranked else { return [] }
    guard !ranked.order.isEmpty else { return ["", "No point has a value of every objective."] }
    let wanted = study.objectives.map(\.told).joined(separator: ", ")
    let places = ranked.order.prefix(top)
    let title =
      ranked.order.count > places.count
      ? "Best \(places.count) of \(ranked.order.count) points" : "All points, the best first"
    return ["", "\(title): \(wanted)"] + TableText.lines([heads] + places.map(row))
  }

  private var front: [String] {
    guard let ranked = study.ranked, study.objectives.count > 1 else { return [] }
    let points = ranked.best.sorted { study.aims[0].values[$0] < study.aims[0].values[$1] }
    guard !points.isEmpty else { return [] }
    let shown = points.prefix(Self.mostOfFront)
    let rest = points.count - shown.count
    return ["", "Pareto front: \(points.count) points that no other beats in every objective"]
      + TableText.lines([heads] + shown.map(row)) + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private var heads: [String] {
    ["point", "front"]
      + zip(study.factors.names, study.factors.factors).map { name, factor in
        factor.isText ? name : "\(name) [\(factor.unit)]"
      }
      + study.objectives.map { "\($0.name) [\($0.unit)]" }
  }

  private func row(_ point: Int) -> [String] {
    let settings = study.factors.factors.map { factor in
      factor.groups[factor.group[point]].text ?? TableText.number(factor.values[point])
    }
    let found = study.aims.map {
      TableText.number($0.values[point], error: $0.standardErrors[point])
    }
    return ["\(point)", "\((study.ranked?.fronts[point] ?? 0) + 1)"] + settings + found
  }

  // MARK: - Quantities

  private func section(_ response: AnalyzedResponse) -> [String] {
    guard response.tally.count > 1 else { return [] }
    let spread = (response.tally.squares / Double(response.tally.count - 1)).squareRoot()
    let unit = response.column.unit == "1" ? "" : " \(response.column.unit)"
    let title =
      "\(response.column.name): mean \(TableText.number(response.tally.mean)), standard deviation "
      + "\(TableText.number(spread))\(response.column.isLog ? " (of \(response.column.unit))" : unit)"
    return ["", title] + indices(response) + effects(response) + interactions(response)
  }

  private func indices(_ response: AnalyzedResponse) -> [String] {
    guard let indices = response.indices else { return [] }
    let names = study.factors.names
    let rows = names.indices.map { place in
      [names[place], Self.told(indices.first[place]), Self.told(indices.total[place])]
    }
    let sum = indices.first.reduce(0) { $0 + $1.value }
    let whole =
      indices.wholeBlocks == indices.blocks
      ? "\(indices.blocks) blocks"
      : "\(indices.wholeBlocks) of \(indices.blocks) blocks, those without a gap"
    return TableText.lines([["sensitivity index", "first order", "total"]] + rows)
      + ["  first orders add up to \(TableText.share(sum)); \(whole)"]
      + pairs(indices, names)
  }

  private func pairs(_ indices: SobolIndices, _ names: [String]) -> [String] {
    guard !indices.second.isEmpty else { return [] }
    let rows = indices.second.sorted { $0.index.value > $1.index.value }.prefix(10).map { pair in
      ["\(names[pair.factors.0]) with \(names[pair.factors.1])", Self.told(pair.index)]
    }
    return TableText.lines([["pair", "second order"]] + rows)
  }

  private static func told(_ estimate: IndexEstimate) -> String {
    "\(TableText.share(estimate.value)) [\(TableText.share(estimate.lower)), "
      + "\(TableText.share(estimate.upper))]"
  }

  private func effects(_ response: AnalyzedResponse) -> [String] {
    let rows = zip(study.factors.factors.indices, response.effects).map { place, effect in
      let factor = study.factors.factors[place]
      let known = effect.means.indices.filter { effect.means[$0] != nil }
      let value = { (group: Int) in effect.means[group]?.mean ?? 0 }
      let least = known.min { value($0) < value($1) }
      let most = known.max { value($0) < value($1) }
      return [
        study.factors.names[place], TableText.share(effect.share),
        TableText.share(effect.shareByChance),
        Self.told(least, factor, effect), Self.told(most, factor, effect),
      ]
    }
    let head = ["main effect", "share", "by chance", "lowest mean", "highest mean"]
    return TableText.lines([head] + rows)
  }

  private static func told(_ group: Int?, _ factor: Factor, _ effect: MainEffect) -> String {
    guard let group, let mean = effect.means[group] else { return "-" }
    let level = factor.groups[group]
    let unit = factor.isText || factor.unit == "1" ? "" : " \(factor.unit)"
    let place = (level.text ?? TableText.number(level.center)) + unit
    return TableText.number(mean.mean, error: mean.standardError) + " at " + place
  }

  private func interactions(_ response: AnalyzedResponse) -> [String] {
    guard !response.interactions.isEmpty else { return [] }
    let names = study.factors.names
    let rows = response.interactions.prefix(10).map { pair in
      ["\(names[pair.factors.0]) with \(names[pair.factors.1])", TableText.share(pair.share)]
    }
    return TableText.lines([["interaction of two", "share"]] + rows)
  }
}

extension Objective {
  /// "dispersion min", "diameter_mean = 5 nm".
  var told: String {
    switch aim {
    case .minimum: "\(name) min"
    case .maximum: "\(name) max"
    case .target(let target):
      "\(name) = \(TableText.number(target))" + (unit == "1" ? "" : " \(unit)")
    }
  }
}
