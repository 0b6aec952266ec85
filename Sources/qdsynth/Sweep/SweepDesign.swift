import Campaigns
import ScenarioFiles
import Units

extension Design {
  /// The design that a scenario's `[sweep]` asks for.
  init(_ plan: SweepPlan) {
    let axes = plan.axes.map(Axis.init)
    let kind: Kind =
      switch plan.design {
      case .grid: .grid(axes)
      case .zip: .zip(axes)
      case .latinHypercube: .latinHypercube(axes, samples: plan.samples ?? 0)
      case .sobol: .sobol(axes, samples: plan.samples ?? 0)
      case .saltelli:
        .saltelli(axes, samples: plan.samples ?? 0, secondOrder: plan.secondOrder)
      case .list: .list(PointTable(paths: plan.list?.paths ?? [], rows: plan.list?.rows ?? []))
      }
    self.init(
      kind, replicates: plan.replicates, seed: UInt64(truncatingIfNeeded: plan.seed))
  }
}

extension Axis {
  fileprivate init(_ axis: SweepPlan.Axis) {
    switch axis.levels {
    case .values(let values): self.init(axis.path, .values(values))
    case .range(let from, let to, let count, let isLogarithmic):
      self.init(
        axis.path,
        .range(from: from, to: to, count: count, scale: isLogarithmic ? .log : .linear))
    }
  }
}

/// The units of scenarios, for designs and tables.
struct ScenarioUnits: QuantityConverter {
  func siValue(of text: String, comparableTo unit: String) throws(CampaignError) -> Double {
    do throws(UnitsError) {
      return try Dimension(measuredIn: unit).parse(text)
    } catch {
      throw .badDesign("sweep: \(error)\(error.hint.map { "; \($0)" } ?? "")")
    }
  }
}
