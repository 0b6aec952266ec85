import Foundation
import Results

/// What `run` says of replicates: means with their errors, the first crystal, events and dopants.
struct EnsembleReport {
  let ensemble: EnsembleResult

  private static let shown = ["number", "radius_mean", "dispersion", "yield"]

  var lines: [String] {
    [heading] + Self.shown.compactMap(line) + [firstCrystal, effort]
      + ensemble.dopants.flatMap(dopant)
  }

  private var heading: String {
    let end = ensemble.courses.times.last.map { String(format: "at %.5g s, ", $0) } ?? ""
    let what = ensemble.count > 1 ? "mean ± standard error (and sd, 5 to 95 %) of" : "of"
    return "\(end)\(what) \(ensemble.count) "
      + (ensemble.count == 1 ? "replicate:" : "replicates:")
  }

  private func line(_ name: String) -> String? {
    guard let mean = ensemble.statistic("mean", of: name), let value = mean.values.last ?? nil
    else { return nil }
    let start = "  " + name.padded(to: 14) + String(format: "%.5g", value)
    let unit = mean.unit == "1" ? "" : " \(mean.unit)"
    guard let error = ensemble.statistic("standard_error", of: name)?.values.last ?? nil,
      let sd = ensemble.statistic("sd", of: name)?.values.last ?? nil,
      let quantiles = ensemble.quantiles[name]?.rows.last, let low = quantiles.first ?? nil,
      let high = quantiles.last ?? nil
    else { return start + unit }
    return start + String(format: " ± %.2g%@  (%.3g, %.4g to %.4g)", error, unit, sd, low, high)
  }

  private var firstCrystal: String {
    let times = (ensemble.replicates("first_crystal") ?? []).compactMap(\.self)
    guard !times.isEmpty else {
      return "first crystal: none in \(ensemble.count) replicates"
    }
    let mean = times.reduce(0, +) / Double(times.count)
    let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error =
      times.count > 1
      ? String(
        format: " ± %.2g s",
        (squares / Double(times.count - 1) / Double(times.count)).squareRoot()) : " s"
    let place = times.count < ensemble.count ? " in \(times.count) of \(ensemble.count)" : ""
    return String(format: "first crystal: at %.4g%@%@", mean, error, place)
      + (place.isEmpty ? "" : " replicates, none in the others")
  }

  private var effort: String {
    let events = total("events")
    let seconds = total("wall_time")
    let pace = seconds > 0 ? String(format: ", %.3g a second and thread", events / seconds) : ""
    return String(format: "events: %.4g in all%@; ", events, pace) + ensemble.method
  }

  private func total(_ name: String) -> Double {
    (ensemble.replicates(name) ?? []).compactMap(\.self).reduce(0, +)
  }

  // MARK: - Dopants

  private func dopant(_ dopant: DopantResult) -> [String] {
    var lines = ["dopant \(dopant.name): " + (estimate("per_crystal", dopant) ?? "no crystal")]
    lines[0] += " per crystal, exchange factor " + (estimate("exchange", dopant) ?? "-")
    let shares = (dopant.counts["share"]?.rows.last ?? []).map { $0 ?? 0 }
    guard shares.count > 1 else { return lines }
    for count in shares.indices.prefix(3) {
      guard let low = dopant.counts["lower"]?.rows.last?[count],
        let high = dopant.counts["upper"]?.rows.last?[count]
      else { continue }
      lines.append(
        String(
          format: "  P(%ld)   %6.2f %%  (95 %%: %.2f to %.2f %%)", count, 100 * shares[count],
          100 * low, 100 * high))
    }
    lines.append(
      String(format: "  P(>=3) %6.2f %%", 100 * shares.dropFirst(3).reduce(0, +)))
    for (place, depth) in dopant.deep.axis.values.enumerated() {
      guard let share = dopant.deep["deep_single"]?.rows.last?[place] else { continue }
      let error = (dopant.deep["deep_single_error"]?.rows.last?[place]).flatMap(\.self)
      lines.append(
        String(format: "  one, deeper than %g nm: %.2f %%", depth, 100 * share)
          + (error.map { String(format: " ± %.2g %%", 100 * $0) } ?? ""))
    }
    return lines
  }

  private func estimate(_ name: String, _ dopant: DopantResult) -> String? {
    guard let value = dopant.table[name]?.values.last ?? nil else { return nil }
    let error = dopant.table["\(name)_error"]?.values.last ?? nil
    return String(format: "%.4g", value) + (error.map { String(format: " ± %.2g", $0) } ?? "")
  }
}
