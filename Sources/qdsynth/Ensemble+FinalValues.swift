import Campaigns
import ClusterMonteCarlo
import Foundation
import Synthesis

extension Ensemble {
  /// What a sweep keeps of replicates beside the summary of their mean.
  var finalValues: [FinalValue] {
    guard let last = times.indices.last else { return [] }
    let errors = SummaryColumn.all.filter { ["number", "radius_mean"].contains($0.name) }
      .map { column in
        FinalValue(
          "\(column.name)_error", spread(of: column, at: last)?.standardError, unit: column.unit)
      }
    let waiting = [
      FinalValue("first_crystal", waitingTime?.mean, unit: "s"),
      FinalValue("without_crystal", withoutCrystal(at: last).share, unit: "1"),
    ]
    let kinds = dopants.last ?? []
    let shares = zip(dopantNames, kinds).flatMap { name, now in
      dopantValues(of: now, named: name)
    }
    return errors + waiting + shares
  }

  private func dopantValues(of now: DopantStatistics, named name: String) -> [FinalValue] {
    let deep = depths.enumerated().map { place, depth in
      FinalValue(
        String(format: "%@_single_below_%.6g_nm", name, depth), now.deepSingle(place)?.mean,
        unit: "1")
    }
    return [
      FinalValue("\(name)_per_crystal", now.mean?.mean, unit: "1"),
      FinalValue("\(name)_single", now.single?.mean, unit: "1"),
      FinalValue("\(name)_single_error", now.single?.standardError, unit: "1"),
      FinalValue("\(name)_depth_mean", now.depth?.mean, unit: "nm"),
      FinalValue("\(name)_exchange", now.exchange?.mean, unit: "1"),
    ] + deep
  }
}
