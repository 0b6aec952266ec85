import FitFiles
import Foundation

/// Data less model of a series in standard deviations, on evenly spaced cells of time and place.
struct ResidualMap {
  let map: HeatMap
  /// The first and the last place.
  let places: ClosedRange<Double>

  private static let columns = 120
  private static let rows = 120
  /// Where the colours end: beyond five standard deviations nothing is chance.
  private static let limit = 5.0

  /// Nil where there are fewer than two frames.
  init?(_ series: FitFile.Series, clock: Clock, isLog: Bool) {
    let all = series.frames.flatMap(\.places).filter { !isLog || $0 > 0 }
    guard series.frames.count > 1, let least = all.min(), let most = all.max(), most > least,
      let first = series.frames.first?.time, let last = series.frames.last?.time, last > first
    else { return nil }
    let isLogTime = clock.axis.scale == .log && first > 0
    let times = Self.even(first, last, count: Self.columns, isLog: isLogTime)
    let heights = Self.even(least, most, count: Self.rows, isLog: isLog)
    let cells = series.frames.map { Self.cells(of: $0, at: heights) }
    places = least...most
    map = HeatMap(
      quantity: "(data - model) / σ, \(series.name)", unit: "1", x: times.map(clock.shown),
      y: heights,
      values: times.map { time in cells[Self.nearest(to: time, in: series.frames.map(\.time))] },
      range: -Self.limit...Self.limit, scale: .diverging)
  }

  /// The residual of the nearest point; nil beyond the ends of the frame.
  private static func cells(of frame: FitFile.Frame, at heights: [Double]) -> [Double?] {
    let (residuals, places) = (frame.residuals, frame.places)
    guard let first = places.first, let last = places.last else { return heights.map { _ in nil } }
    return heights.map { height in
      guard height >= first * (1 - 1e-9), height <= last * (1 + 1e-9) else { return nil }
      return residuals[nearest(to: height, in: places)]
    }
  }

  private static func even(
    _ start: Double, _ end: Double, count: Int, isLog: Bool
  ) -> [Double] {
    (0..<count).map { cell in
      let share = Double(cell) / Double(count - 1)
      return isLog ? start * pow(end / start, share) : start + (end - start) * share
    }
  }

  private static func nearest(to value: Double, in values: [Double]) -> Int {
    let after = values.firstIndex { $0 >= value } ?? values.count - 1
    guard after > 0 else { return 0 }
    return value - values[after - 1] < values[after] - value ? after - 1 : after
  }
}
