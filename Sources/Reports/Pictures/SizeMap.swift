import Foundation
import Results

/// The crystals of a run by radius and time, on evenly spaced cells.
struct SizeMap {
  let map: HeatMap
  /// nm.
  let largestRadius: Double

  /// Decades of number density that the colours span.
  private static let decades = 4.0
  private static let columns = 240
  private static let rows = 160

  /// Nil where there never is a crystal.
  init?(_ result: RunResult, clock: Clock) {
    let sizes = result.sizes
    let floor = Double(result.process.crystalFloor) - 0.5
    guard let first = sizes.edges.firstIndex(where: { $0 >= floor }), sizes.times.count > 1 else {
      return nil
    }
    let slices = sizes.numbers.map { Array($0.dropFirst(first)) }
    let edges = Array(sizes.radiusEdges.dropFirst(first))
    guard let largest = Self.largestRadius(slices, edges) else { return nil }
    let width = largest / Double(Self.rows)
    let densities = slices.map { Self.densities($0, edges, width: width) }
    guard let densest = densities.flatMap(\.self).max(), densest > 0 else { return nil }
    let least = densest * pow10(-Self.decades)
    let times = Self.evenTimes(sizes.times, clock: clock)
    largestRadius = largest
    map = HeatMap(
      quantity: "dN/dr", unit: "1/(m^3 nm)", x: times.map(clock.shown),
      y: (0..<Self.rows).map { (Double($0) + 0.5) * width },
      values: times.map { time in
        densities[Self.nearest(to: time, in: sizes.times)].map { $0 < least ? nil : $0 }
      },
      range: least...densest)
  }

  /// The radius below which nearly all crystals of all times lie.
  private static func largestRadius(_ slices: [[Double]], _ edges: [Double]) -> Double? {
    let tops = slices.compactMap { slice -> Int? in
      let threshold = (slice.max() ?? 0) * 1e-3
      return threshold > 0 ? slice.lastIndex { $0 > threshold } : nil
    }
    return tops.max().map { 1.05 * edges[$0 + 1] }
  }

  /// dN/dr on even cells; the crystals of a bin spread evenly over its width.
  private static func densities(
    _ slice: [Double], _ edges: [Double], width: Double
  ) -> [Double] {
    var numbers = [Double](repeating: 0, count: rows)
    for (bin, number) in slice.enumerated() where number > 0 {
      let (from, to) = (edges[bin], edges[bin + 1])
      guard to > from, from < Double(rows) * width else { continue }
      let cells = Int(from / width)..<min(rows, Int((to / width).rounded(.up)))
      for cell in cells {
        let low = max(from, Double(cell) * width)
        let high = min(to, Double(cell + 1) * width)
        numbers[cell] += number * max(0, high - low) / (to - from)
      }
    }
    return numbers.map { $0 / width }
  }

  /// Times that are even on the axis, s.
  private static func evenTimes(_ times: [Double], clock: Clock) -> [Double] {
    let end = times.last ?? 1
    let share = { (column: Int) in (Double(column) + 0.5) / Double(columns) }
    guard clock.axis.scale == .log, let start = times.first(where: { $0 > 0 }) else {
      return (0..<columns).map { end * share($0) }
    }
    return (0..<columns).map { start * pow(end / start, share($0)) }
  }

  private static func nearest(to time: Double, in times: [Double]) -> Int {
    let after = times.firstIndex { $0 >= time } ?? times.count - 1
    guard after > 0 else { return 0 }
    return time - times[after - 1] < times[after] - time ? after - 1 : after
  }
}
