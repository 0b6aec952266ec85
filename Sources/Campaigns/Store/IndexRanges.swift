/// Whole numbers from zero, written as ranges: `0-6,9`.
public struct IndexRanges: Sendable, Hashable, Codable {
  public private(set) var ranges: [ClosedRange<Int>] = []

  /// The numbers in rising order, none twice.
  public init(_ indices: some Sequence<Int>) {
    for index in Set(indices).sorted() {
      if let last = ranges.last, last.upperBound + 1 == index {
        ranges[ranges.count - 1] = last.lowerBound...index
      } else {
        ranges.append(index...index)
      }
    }
  }

  public init?(_ text: some StringProtocol) {
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 0,
        last >= first
      else { return nil }
      ranges.append(first...last)
    }
  }

  public var text: String {
    ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }

  public var indices: [Int] { ranges.flatMap { Array($0) } }
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }
  public var isEmpty: Bool { ranges.isEmpty }

  public func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let own = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no list of ranges")
    }
    self = own
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
