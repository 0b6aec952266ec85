/// A quantity at some times, in order.
struct Curve {
  /// s.
  var times: [Double] = []
  var values: [Double] = []

  /// The value at a time, straight between points; at a jump, the one after it.
  func value(at time: Double) -> Double? {
    guard let after = times.firstIndex(where: { $0 > time }) else { return values.last }
    guard after > 0 else { return values.first }
    let share = (time - times[after - 1]) / (times[after] - times[after - 1])
    return values[after - 1] + share * (values[after] - values[after - 1])
  }

  /// The place of the largest value.
  var highest: Int? { values.indices.max { values[$0] < values[$1] } }

  /// The extremum of the parabola through a point and its two neighbours; the point itself at an end,
  /// at a jump and where the parabola has none near it.
  func extremum(around place: Int) -> (time: Double, value: Double) {
    let point = (time: times[place], value: values[place])
    guard place > 0, place + 1 < times.count else { return point }
    let (before, after) = (point.time - times[place - 1], times[place + 1] - point.time)
    guard before > 0, after > 0 else { return point }
    let rise = (point.value - values[place - 1]) / before
    let fall = (values[place + 1] - point.value) / after
    let curvature = (fall - rise) / (before + after)
    let slope = (rise * after + fall * before) / (before + after)
    let offset = -0.5 * slope / curvature
    guard offset > -before, offset < after else { return point }
    return (point.time + offset, point.value + 0.5 * slope * offset)
  }
}
