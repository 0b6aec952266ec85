/// The state of a run as one row of words, which the same code writes and reads.
///
/// Each part passes what it is by the tape, in one order: it is put on the tape where that is written, and
/// taken from it where it is read. Between parts lie marks, so that a tape of another layout is found out.
/// Numbers keep every bit.
public struct StateTape: Sendable, Hashable {
  public private(set) var words: [UInt64]
  /// Whether parts take what they are from the tape.
  public let isReading: Bool
  private var place = 0

  /// An empty tape to write on.
  public init() {
    words = []
    isReading = false
  }

  /// A tape to be read from its start.
  public init(reading words: [UInt64]) {
    self.words = words
    isReading = true
  }

  /// The same tape, to be read from its start.
  public var rewound: StateTape { StateTape(reading: words) }

  /// Words that have not been read.
  public var rest: Int { words.count - place }

  /// Passes a word.
  public mutating func pass(_ word: inout UInt64) throws(StateTapeError) {
    guard isReading else { return words.append(word) }
    guard rest > 0 else { throw .short }
    word = words[place]
    place += 1
  }

  /// Passes how many elements follow, each of at least one word where `isPlain`.
  mutating func pass(count: inout Int) throws(StateTapeError) {
    try pass(&count)
    guard isReading else { return }
    guard count >= 0, count <= rest else { throw .short }
  }

  /// Marks where a part begins; where a tape is read that has another part here, that is said.
  public mutating func mark(_ part: String) throws(StateTapeError) {
    // FNV-1a, 64 bits.
    let expected = part.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    var found = expected
    try pass(&found)
    guard found == expected else { throw .mismatch(part: part) }
  }

  /// Passes a part.
  public mutating func pass<Part: Keepable & ~Copyable>(
    _ part: inout Part
  ) throws(StateTapeError) {
    try part.pass(&self)
  }

  /// Passes a part that may be missing.
  public mutating func pass<Part: KeepableValue>(_ part: inout Part?) throws(StateTapeError) {
    var isThere = part != nil
    try pass(&isThere)
    guard isThere else {
      part = nil
      return
    }
    var value = part ?? Part()
    try value.pass(&self)
    part = value
  }

  /// Passes numbers.
  public mutating func pass(_ numbers: inout [Double]) throws(StateTapeError) {
    guard let span = try span(of: numbers.count) else {
      return words.append(contentsOf: numbers.lazy.map(\.bitPattern))
    }
    numbers = words[span].map { Double(bitPattern: $0) }
  }

  /// Passes whole numbers.
  public mutating func pass(_ integers: inout [Int]) throws(StateTapeError) {
    guard let span = try span(of: integers.count) else {
      return words.append(contentsOf: integers.lazy.map { UInt64(bitPattern: Int64($0)) })
    }
    integers = words[span].map { Int(Int64(bitPattern: $0)) }
  }

  /// Passes whole numbers of 32 bits.
  public mutating func pass(_ integers: inout [Int32]) throws(StateTapeError) {
    guard let span = try span(of: integers.count) else {
      return words.append(contentsOf: integers.lazy.map { UInt64(UInt32(bitPattern: $0)) })
    }
    integers = words[span].map { Int32(truncatingIfNeeded: $0) }
  }

  /// Passes rows of numbers.
  public mutating func pass(_ rows: inout [[Double]]) throws(StateTapeError) {
    var count = rows.count
    try pass(count: &count)
    if isReading { rows = Array(repeating: [], count: count) }
    for place in rows.indices { try pass(&rows[place]) }
  }

  /// Passes another tape, whole.
  fileprivate mutating func pass(whole tape: inout StateTape) throws(StateTapeError) {
    guard let span = try span(of: tape.words.count) else {
      return words.append(contentsOf: tape.words)
    }
    tape = StateTape(reading: Array(words[span]))
  }

  /// Passes how many words follow, and says where they lie; nil where they are to be written.
  private mutating func span(of count: Int) throws(StateTapeError) -> Range<Int>? {
    var count = count
    try pass(count: &count)
    guard isReading else { return nil }
    defer { place += count }
    return place..<(place + count)
  }

  /// Says that nothing follows.
  public func end() throws(StateTapeError) {
    guard !isReading || rest == 0 else { throw .long }
  }
}

extension StateTape: KeepableValue {
  /// Another tape may hold this one, as a part.
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(whole: &self)
  }
}

/// Why a tape is not the state that it was taken for.
public enum StateTapeError: Error, Hashable, Sendable {
  case short
  case long
  /// Another part lies where one was expected.
  case mismatch(part: String)
}

extension StateTapeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .short: "it ends before the state does"
    case .long: "it goes on after the state's end"
    case .mismatch(let part): "there is something else where \(part) was expected"
    }
  }
}
