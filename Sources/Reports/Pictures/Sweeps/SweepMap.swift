import Foundation
import SweepAnalysis

/// Responses over two axes of a sweep as heat maps: means over the points of each cell.
public struct SweepMap: Sendable {
  private let sweep: AnalysedSweep
  private let pair: (x: Int, y: Int)
  private let points: [Int]
  private let condition: String

  private static let raster = 120
  private static let pointsPerCell = 7.0

  /// - Parameters:
  ///   - points: those that are averaged.
  ///   - condition: what holds of the axes that are not drawn, for the title.
  public init(_ sweep: AnalysedSweep, x: Int, y: Int, points: [Int], condition: String) {
    self.sweep = sweep
    pair = (x, y)
    self.points = points
    self.condition = condition
  }

  /// - Throws: where the axes are of text or have one value.
  public func plot() throws(ReportError) -> PlotData {
    let drawn = [sweep.factors[pair.x], sweep.factors[pair.y]]
    guard drawn.allSatisfy({ !$0.isText && $0.groups.count > 1 }) else {
      throw .nothingToDraw(what: "two axes of numbers")
    }
    let panels = sweep.responses.compactMap(panel)
    guard !panels.isEmpty else { throw .nothingToDraw(what: "responses that vary") }
    let hasGaps = panels.contains { panel in
      panel.map?.values.contains { $0.contains { $0 == nil } } == true
    }
    let title =
      hasGaps ? condition + (condition.isEmpty ? "B" : "; b") + "lank: no points" : condition
    return PlotData(title: title, panels: panels, columns: min(2, panels.count))
  }

  private func panel(_ response: AnalysedSweep.Response) -> PlotData.Panel? {
    let (x, y) = (coarse(sweep.factors[pair.x]), coarse(sweep.factors[pair.y]))
    let (across, up) = (Places(x), Places(y))
    let rows = up.groupCount
    var cells = [Tally](repeating: Tally(), count: across.groupCount * rows)
    for point in points where response.values[point].isFinite {
      cells[x.group[point] * rows + y.group[point]].add(response.values[point])
    }
    let means = cells.map { $0.count > 0 ? $0.mean : nil }
    let known = means.compactMap(\.self)
    guard let least = known.min(), let largest = known.max(), least < largest else { return nil }
    let isLog = least > 0 && largest / least >= 30
    let map = HeatMap(
      quantity: response.label, unit: response.unit, x: across.middles, y: up.middles,
      values: across.groups.map { column in up.groups.map { means[column * rows + $0] } },
      range: least...largest, scale: isLog ? .log : .linear)
    return PlotData.Panel(x: axis(pair.x, across), y: axis(pair.y, up), map: map)
  }

  /// A sample in so few bins that most cells have some points.
  private func coarse(_ factor: Factor) -> Factor {
    guard factor.isBinned else { return factor }
    let bins = Int((Double(points.count) / Self.pointsPerCell).squareRoot())
    return Factor(
      factor.name, unit: factor.unit, scale: factor.scale, values: factor.values, mostLevels: 0,
      bins: min(16, max(3, bins)))
  }

  private func axis(_ place: Int, _ places: Places) -> PlotAxis {
    var axis = sweep.axis(of: place)
    (axis.minimum, axis.maximum) = places.ends
    return axis
  }

  /// Cells of even width along one axis, and the group that each shows.
  private struct Places {
    let groupCount: Int
    let groups: [Int]
    let middles: [Double]
    let ends: (Double, Double)

    init(_ factor: Factor) {
      let isLog = factor.scale == .log
      let centers = factor.groups.map { isLog ? log($0.center) : $0.center }
      let steps = zip(centers, centers.dropFirst()).map { $1 - $0 }
      let (first, last) = (centers[0], centers[centers.count - 1])
      let (least, largest) = (steps.min() ?? 0, steps.max() ?? 0)
      let value = { (place: Double) in isLog ? exp(place) : place }
      groupCount = centers.count
      if largest < 1.001 * least {
        groups = Array(centers.indices)
        middles = centers.map(value)
        // With some air, in which a tic at the very end is still seen.
        ends = (value(first - 0.55 * least), value(last + 0.55 * least))
        return
      }
      // Levels that are not even: as wide as to half the way to the next.
      let (start, end) = (first - 0.5 * steps[0], last + 0.5 * steps[steps.count - 1])
      let width = (end - start) / Double(SweepMap.raster)
      let fine = (0..<SweepMap.raster).map { start + (Double($0) + 0.5) * width }
      groups = fine.map { place in
        centers.indices.min { abs(centers[$0] - place) < abs(centers[$1] - place) } ?? 0
      }
      middles = fine.map(value)
      ends = (value(start), value(end))
    }
  }
}
