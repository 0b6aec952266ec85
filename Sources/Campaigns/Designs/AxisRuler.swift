/// An axis read and ready: it turns a level or a fraction of the way into the text of a value.
struct AxisRuler: Sendable {
  let path: String
  private let marks: Marks

  private enum Marks {
    case values([String])
    case range(Interval, count: Int?)
  }

  init(_ axis: Axis, _ converter: some QuantityConverter) throws(CampaignError) {
    path = axis.path
    switch axis.levels {
    case .values(let values):
      guard !values.isEmpty else { throw .badDesign("sweep axis \(axis.path) has no values") }
      marks = .values(values)
    case .range(let from, let to, let count, let scale):
      guard count.map({ $0 >= 1 }) != false else {
        throw .badDesign("sweep axis \(axis.path): count must be at least 1")
      }
      let interval = try Interval(
        from: from, to: to, scale: scale, path: axis.path, converter: converter)
      marks = .range(interval, count: count)
    }
  }

  /// How many levels the axis has by itself.
  func levelCount() throws(CampaignError) -> Int {
    switch marks {
    case .values(let values): return values.count
    case .range(_, let count?): return count
    case .range(_, nil):
      throw .badDesign("sweep axis \(path) runs from ... to ... and needs a count in this design")
    }
  }

  /// Values in every unit that the axis writes.
  var writtenValues: [String] {
    switch marks {
    case .values(let values): values
    case .range(let interval, _): [interval.text(at: 0)]
    }
  }

  func text(atLevel level: Int) -> String {
    switch marks {
    case .values(let values): return values[level]
    case .range(let interval, let count):
      let steps = (count ?? 1) - 1
      return interval.text(at: steps > 0 ? Double(level) / Double(steps) : 0)
    }
  }

  /// The value a fraction of [0, 1) along the axis.
  func text(at fraction: Double) -> String {
    switch marks {
    case .values(let values):
      return values[min(Int(fraction * Double(values.count)), values.count - 1)]
    case .range(let interval, _): return interval.text(at: fraction)
    }
  }
}
