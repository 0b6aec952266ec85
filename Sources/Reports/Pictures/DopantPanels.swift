import Foundation
import Results

/// How many dopants crystals carry at the end, against Poisson of the same mean, and how deep they lie.
struct DopantPanels {
  private let dopants: [DopantResult]

  /// Of all runs that have dopants, in the order of their colours.
  init(_ ensembles: [EnsembleResult]) {
    dopants = ensembles.flatMap(\.dopants)
  }

  var panels: [PlotData.Panel] {
    let counted = dopants.indices.flatMap(counts)
    let located = dopants.indices.flatMap(depths)
    guard !counted.isEmpty else { return [] }
    let most = counted.flatMap(\.x).max() ?? 1
    let histogram = PlotData.Panel(
      x: PlotAxis(
        "dopants in a crystal (dashed: Poisson)", "1", minimum: -0.6, maximum: most + 0.6,
        step: most > 12 ? nil : 1),
      y: PlotAxis("share of crystals, end", "%", minimum: 0), curves: counted)
    guard !located.isEmpty else { return [histogram] }
    return [
      histogram,
      PlotData.Panel(
        x: PlotAxis("depth of dopant", "nm", minimum: 0),
        y: PlotAxis("share of dopants, end", "%/nm", minimum: 0), curves: located, span: 2),
    ]
  }

  /// The first is drawn as bars, further ones as points over it.
  private func mark(_ index: Int) -> Curve.Mark { index == 0 ? .bars : .points }

  private func counts(_ index: Int) -> [Curve] {
    let dopant = dopants[index]
    guard let shares = dopant.counts["share"]?.rows.last, shares.contains(where: { $0 != nil }),
      let mean = dopant.table["per_crystal"]?.values.last ?? nil
    else { return [] }
    // What less than one crystal in a thousand carries, and Poisson neither, is not drawn.
    let poisson = shares.indices.map { Self.poisson($0, mean: mean) }
    let last = shares.indices.last { max(shares[$0] ?? 0, poisson[$0]) > 1e-3 } ?? 0
    let shown = 0...max(1, last)
    let places = shown.filter(shares.indices.contains)
    let x = places.map { Double($0) }
    return [
      Curve(
        label: dopant.name, color: Palette.run(index), mark: mark(index), x: x,
        y: places.map { shares[$0].map { 100 * $0 } },
        interval: places.map { Self.interval(dopant.counts, $0, factor: 100) }),
      Curve(
        label: "Poisson", color: index == 0 ? Palette.ink : Palette.run(index), mark: .dashes, x: x,
        y: places.map { 100 * poisson[$0] }),
    ]
  }

  private func depths(_ index: Int) -> [Curve] {
    let dopant = dopants[index]
    let middles = dopant.depths.axis.values
    guard let shares = dopant.depths["share"]?.rows.last, let first = middles.first,
      shares.contains(where: { $0 != nil })
    else { return [] }
    // Bins begin at the surface, so that the first middle is half a width.
    let factor = 100 / (2 * first)
    return [
      Curve(
        label: dopant.name, color: Palette.run(index), mark: mark(index), x: middles,
        y: shares.map { $0.map { factor * $0 } },
        interval: middles.indices.map {
          // Bins that hold nothing would be whiskers alone.
          shares[$0] ?? 0 > 0 ? Self.interval(dopant.depths, $0, factor: factor) : nil
        })
    ]
  }

  private static func interval(
    _ plane: TimePlane, _ place: Int, factor: Double
  ) -> ClosedRange<Double>? {
    guard let low = plane["lower"]?.rows.last?[place], let high = plane["upper"]?.rows.last?[place]
    else { return nil }
    return (factor * low)...(factor * high)
  }

  /// The share e^(-m) m^k/k! of those that carry k.
  private static func poisson(_ count: Int, mean: Double) -> Double {
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
  }
}
