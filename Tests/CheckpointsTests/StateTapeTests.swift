import Checkpoints
import Testing

@Suite struct `A tape` {
  private struct Part: KeepableValue, Equatable {
    var number = 0.0
    var missing: Double?
    var counts: [Int32] = []
    var rows: [[Double]] = []
    var byKey: [Int: [Int]] = [:]
    var large: Int128 = 0
    var isSet = false

    mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
      try tape.mark("part")
      try tape.pass(&number)
      try tape.pass(&missing)
      try tape.pass(&counts)
      try tape.pass(&rows)
      try tape.pass(&byKey)
      try tape.pass(&large)
      try tape.pass(&isSet)
    }
  }

  private let part = Part(
    number: -0.0, missing: .leastNonzeroMagnitude, counts: [.min, -1, 7],
    rows: [[], [.infinity, 2]],
    byKey: [3: [1], -2: []], large: -170_141_183_460_469_231_731_687_303_715_884_105_727,
    isSet: true)

  private func written() throws -> StateTape {
    var (tape, part) = (StateTape(), part)
    try tape.pass(&part)
    return tape
  }

  @Test func `gives back what was put on it, to the last bit`() throws {
    var tape = try written().rewound
    var read = Part(number: 5, missing: nil, counts: [1], rows: [], byKey: [9: []])
    try tape.pass(&read)
    try tape.end()
    #expect(read == part)
    #expect(read.number.sign == .minus)
    var again = StateTape()
    try again.pass(&read)
    #expect(again.words == tape.words)
  }

  @Test func `keeps numbers that are none`() throws {
    var (tape, number) = (StateTape(), Double(nan: 5, signaling: false))
    try tape.pass(&number)
    var (reading, read) = (tape.rewound, 0.0)
    try reading.pass(&read)
    #expect(read.bitPattern == number.bitPattern)
  }

  @Test func `is found out wherever it is cut off`() throws {
    let words = try written().words
    for length in words.indices {
      var (tape, part) = (StateTape(reading: Array(words[..<length])), Part())
      #expect(throws: StateTapeError.self) { try tape.pass(&part) }
    }
  }

  @Test func `is found out where it goes on, or is of something else`() throws {
    var (tape, read) = (StateTape(reading: try written().words + [1]), Part())
    try tape.pass(&read)
    #expect(throws: StateTapeError.long) { try tape.end() }
    var other = StateTape(reading: [1, 2, 3])
    #expect(throws: StateTapeError.mismatch(part: "part")) { try other.pass(&read) }
    var long = StateTape(reading: [1 << 60, 2])
    var rows: [[Double]] = []
    #expect(throws: StateTapeError.short) { try long.pass(&rows) }
  }
}
