import RealModule

/// A swept value of all points, sorted into groups: its levels, or bins where it has too many.
public struct Factor: Sendable {
  public enum Scale: String, Sendable {
    case linear
    case log
  }

  /// Points of one level, or within one bin.
  public struct Group: Sendable, Equatable {
    /// The level, or the middle of the bin on the factor's scale; of a text, its number from zero on.
    public let center: Double
    /// What a level of text says.
    public let text: String?
    /// From where to where a bin reaches; nil for a level.
    public let range: ClosedRange<Double>?
  }

  public let name: String
  public let unit: String
  public let scale: Scale
  /// Of every point; of a text, its number among the texts.
  ///
  /// Not finite for a point that a table lacks, which then has no response either.
  public let values: [Double]
  public let groups: [Group]
  /// The group of every point.
  public let group: [Int]

  /// Numbers; by levels where there are at most `mostLevels`, else in bins of even width on the scale, as
  /// many as suit their number where `bins` does not say.
  public init(
    _ name: String, unit: String, scale: Scale, values: [Double], mostLevels: Int,
    bins binCount: Int? = nil
  ) {
    self.name = name
    self.unit = unit
    self.scale = scale
    self.values = values
    let levels = Self.levels(of: values, upTo: mostLevels)
    if let levels {
      let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      groups = levels.map { Group(center: $0, text: nil, range: nil) }
      group = values.map { places[$0] ?? 0 }
    } else {
      let bins = Bins(values, scale, binCount)
      groups = (0..<bins.count).map {
        Group(center: bins.center($0), text: nil, range: bins.range($0))
      }
      group = values.map(bins.place)
    }
  }

  /// Texts, in the order in which points first have them.
  public init(_ name: String, texts: [String]) {
    self.name = name
    unit = ""
    scale = .linear
    var places: [String: Int] = [:]
    var levels: [String] = []
    for text in texts where places[text] == nil && !text.isEmpty {
      places[text] = levels.count
      levels.append(text)
    }
    groups = levels.enumerated().map { Group(center: Double($0), text: $1, range: nil) }
    group = texts.map { places[$0] ?? 0 }
    values = group.map { Double($0) }
  }

  public var isText: Bool { groups.contains { $0.text != nil } }
  public var isBinned: Bool { groups.contains { $0.range != nil } }

  /// The values that differ, in order; nil where they are too many.
  private static func levels(of values: [Double], upTo most: Int) -> [Double]? {
    var seen: Set<Double> = []
    for value in values where value.isFinite && seen.insert(value).inserted && seen.count > most {
      return nil
    }
    return seen.sorted()
  }
}

/// Bins of even width, as many as leave some eight points in each, from four to twelve.
private struct Bins {
  let count: Int
  private let from: Double
  private let width: Double
  private let isLog: Bool

  init(_ all: [Double], _ scale: Factor.Scale, _ count: Int?) {
    let values = all.filter(\.isFinite)
    isLog = scale == .log && values.allSatisfy { $0 > 0 }
    let least = values.min() ?? 0
    let largest = values.max() ?? 0
    self.count = count ?? min(12, max(4, values.count / 8))
    from = isLog ? .log(least) : least
    let to: Double = isLog ? .log(largest) : largest
    width = (to - from) / Double(self.count)
  }

  func place(of value: Double) -> Int {
    guard value.isFinite, width > 0 else { return 0 }
    let position = ((isLog ? .log(value) : value) - from) / width
    return min(count - 1, max(0, Int(position)))
  }

  func center(_ bin: Int) -> Double { edge(Double(bin) + 0.5) }

  func range(_ bin: Int) -> ClosedRange<Double> { edge(Double(bin))...edge(Double(bin + 1)) }

  private func edge(_ place: Double) -> Double {
    let value = from + place * width
    return isLog ? .exp(value) : value
  }
}
