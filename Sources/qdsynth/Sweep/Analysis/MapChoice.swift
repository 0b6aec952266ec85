import SweepAnalysis
import Units

/// Over which two axes heat maps are drawn, and what is done with the others.
struct MapChoice {
  let x: Int
  let y: Int
  /// Points whose other axes are as asked for.
  let points: [Int]
  let condition: String

  /// Nil where no two axes of numbers have two values.
  ///
  /// - Parameters:
  ///   - axes: two of them, by name; by themselves those with the strongest effects.
  ///   - fixed: "path=value" for axes that are not averaged over.
  init?(_ study: SweepStudy, axes: [String], fixed: [String]) throws(Fault) {
    let factors = study.factors.factors
    let names = study.factors.names
    if axes.isEmpty {
      guard let pair = Self.strongest(study) else { return nil }
      (x, y) = pair
    } else {
      x = try study.factors.place(of: axes[0], option: "--map")
      y = try study.factors.place(of: axes[1], option: "--map")
      for place in [x, y] where factors[place].isText || factors[place].groups.count < 2 {
        throw Fault(
          .usage,
          "error: --map: \(factors[place].name) has no two numbers that a map could run over")
      }
      guard x != y else { throw Fault(.usage, "error: --map needs two axes that differ") }
    }
    var points = Array(factors.first?.values.indices ?? 0..<0)
    var parts: [String] = []
    var held: Set = [x, y]
    for text in fixed {
      let (place, group) = try Self.setting(text, study.factors)
      guard held.insert(place).inserted else {
        throw Fault(
          .usage, "error: --at \(text): the map runs over this axis, or it is fixed twice")
      }
      points = points.filter { factors[place].group[$0] == group }
      parts.append("\(names[place]) = \(Self.told(factors[place], group))")
    }
    let rest = factors.indices.filter { !held.contains($0) && factors[$0].groups.count > 1 }
    if !rest.isEmpty {
      parts.append("means over " + rest.map { names[$0] }.joined(separator: ", "))
    }
    self.points = points
    let all = parts.joined(separator: "; ")
    // Names of axes stay as they are.
    condition = all.hasPrefix("means") ? "M" + all.dropFirst() : all
  }

  private static func strongest(_ study: SweepStudy) -> (Int, Int)? {
    let factors = study.factors.factors
    let places = factors.indices.filter { !factors[$0].isText && factors[$0].groups.count > 1 }
    guard places.count > 1 else { return nil }
    let strength = places.map { place in
      study.responses.reduce(0.0) {
        $0 + ($1.indices?.total[place].value ?? $1.effects[place].share)
      }
    }
    let order = places.indices.sorted { (-strength[$0], $0) < (-strength[$1], $1) }
    let pair = [places[order[0]], places[order[1]]].sorted()
    return (pair[0], pair[1])
  }

  private static func setting(_ text: String, _ factors: SweepFactors) throws(Fault)
    -> (place: Int, group: Int)
  {
    guard let sign = text.firstIndex(of: "=") else {
      throw Fault(
        .usage, "error: --at \"\(text)\" has no value; write --at \"flask.temperature=100 degC\"")
    }
    let place = try factors.place(of: String(text[..<sign]), option: "--at")
    let value = String(text[text.index(after: sign)...])
    let factor = factors.factors[place]
    if factor.isText {
      guard let group = factor.groups.firstIndex(where: { $0.text == value }) else {
        let known = factor.groups.compactMap(\.text)
        throw Fault(
          .usage,
          "error: --at: \(factor.name) is never \"\(value)\"; "
            + NearestName.advice(on: value, among: known))
      }
      return (place, group)
    }
    let wanted = try number(value, factor)
    let nearest = factor.groups.indices.min {
      abs(factor.groups[$0].center - wanted) < abs(factor.groups[$1].center - wanted)
    }
    let within = factor.groups.firstIndex { $0.range?.contains(wanted) == true }
    return (place, within ?? nearest ?? 0)
  }

  private static func number(_ text: String, _ factor: Factor) throws(Fault) -> Double {
    do throws(UnitsError) {
      let dimension = try Dimension(measuredIn: factor.unit)
      let value = try dimension.parse(text)
      return factor.unit == "1" ? value : try dimension.convert(value, to: factor.unit)
    } catch {
      throw Fault(
        .usage,
        "error: --at: \(error)\(error.hint.map { "; \($0)" } ?? ""); \(factor.name) is in "
          + factor.unit)
    }
  }

  private static func told(_ factor: Factor, _ group: Int) -> String {
    let level = factor.groups[group]
    if let text = level.text { return text }
    let unit = factor.unit == "1" ? "" : " \(factor.unit)"
    guard let range = level.range else { return TableText.number(level.center) + unit }
    return "\(TableText.number(range.lowerBound)) to \(TableText.number(range.upperBound))\(unit)"
  }
}
