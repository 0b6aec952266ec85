import Foundation

/// The swept values of all runs as numbers, where they are numbers.
struct SweptAxes {
  private let points: DesignedPoints
  private let columns: [SweptColumn]
  private let replicates: Int
  /// Of an axis with levels the value of each, so that a grid is looked through fast.
  private let levels: [[Value]?]

  enum Value: Hashable {
    case number(Double)
    case text(String)
  }

  init(_ points: DesignedPoints, _ units: some QuantityConverter, replicates: Int) {
    self.points = points
    self.replicates = replicates
    let columns = points.columns(units)
    self.columns = columns
    levels = columns.indices.map { axis in
      points.levels(ofAxis: axis)?.map { Self.value($0, columns[axis]) }
    }
  }

  private static func value(_ text: String, _ column: SweptColumn) -> Value {
    column.number(text).map(Value.number) ?? .text(text)
  }

  private func value(ofAxis axis: Int, run: Int) -> Value {
    let point = run / replicates
    if let levels = levels[axis], let level = points.level(ofAxis: axis, at: point) {
      return levels[level]
    }
    return Self.value(points.values(at: point)[axis], columns[axis])
  }

  /// What sets runs apart from those that are done, on one axis at a time.
  func traits(of runs: IndexRanges, among done: [IndexRanges]) -> [String] {
    guard runs.count > 1, done.contains(where: { !$0.isEmpty }) else { return [] }
    let found = columns.indices.compactMap { trait(ofAxis: $0, runs, done) }
    let exact = found.filter { $0.strangers == 0 }
    let told = exact.isEmpty ? found.min { $0.strangers < $1.strangers }.map { [$0] } ?? [] : exact
    return told.prefix(2).map(\.text)
  }

  private struct Trait {
    var text: String
    /// Runs that have it too and are done.
    var strangers: Int
  }

  private func trait(ofAxis axis: Int, _ runs: IndexRanges, _ done: [IndexRanges]) -> Trait? {
    var own: Set<Value> = []
    for run in runs.indices { own.insert(value(ofAxis: axis, run: run)) }
    let numbers = own.compactMap { if case .number(let value) = $0 { value } else { nil } }
    guard own.count == 1 || numbers.count == own.count else { return nil }
    var side = Sides(lowest: numbers.min() ?? .nan, highest: numbers.max() ?? .nan)
    for run in done.lazy.flatMap(\.ranges).joined() {
      let value = value(ofAxis: axis, run: run)
      side.see(value, isOwn: own.contains(value))
    }
    guard side.others > 0, 4 * side.strangers <= side.others + side.strangers else { return nil }
    let column = columns[axis]
    let place: String
    if own.count == 1, let only = own.first {
      place = " = " + written(only, column)
    } else {
      place = " " + side.text { written(.number($0), column) }
    }
    let strangers = side.strangers > 0 ? ", as are \(side.strangers) that are done" : ""
    return Trait(
      text: "all with \(column.head.name)\(place)\(strangers)", strangers: side.strangers)
  }

  private func written(_ value: Value, _ column: SweptColumn) -> String {
    guard case .number(let number) = value else {
      if case .text(let text) = value { return text }
      return ""
    }
    let digits = QuantityText.shortest(Interval.rounded(number))
    guard let unit = column.head.unit, unit != "1" else { return digits }
    return "\(digits) \(unit)"
  }
}

/// Where the values of runs that are done lie beside an interval.
private struct Sides {
  let lowest: Double
  let highest: Double
  private var below: Double?
  private var above: Double?
  private(set) var strangers = 0
  private(set) var others = 0

  init(lowest: Double, highest: Double) {
    self.lowest = lowest
    self.highest = highest
  }

  mutating func see(_ value: SweptAxes.Value, isOwn: Bool) {
    guard case .number(let number) = value, !lowest.isNaN else {
      if isOwn { strangers += 1 } else { others += 1 }
      return
    }
    if number < lowest {
      below = max(below ?? number, number)
      others += 1
    } else if number > highest {
      above = min(above ?? number, number)
      others += 1
    } else {
      strangers += 1
    }
  }

  /// The interval in words, by the neighbours that are done where one end is open.
  func text(_ written: (Double) -> String) -> String {
    switch (below, above) {
    case (let below?, nil): "above \(written(below))"
    case (nil, let above?): "below \(written(above))"
    default: "from \(written(lowest)) to \(written(highest))"
    }
  }
}
