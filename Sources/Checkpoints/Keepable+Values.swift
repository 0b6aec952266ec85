extension UInt64: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&self)
  }
}

extension Int: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var word = UInt64(bitPattern: Int64(self))
    try tape.pass(&word)
    self = Int(Int64(bitPattern: word))
  }
}

extension Int32: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var number = Int(self)
    try tape.pass(&number)
    self = Int32(truncatingIfNeeded: number)
  }
}

extension Int128: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var low = UInt64(truncatingIfNeeded: self)
    var high = UInt64(truncatingIfNeeded: self >> 64)
    try tape.pass(&low)
    try tape.pass(&high)
    self = Int128(Int64(bitPattern: high)) << 64 | Int128(low)
  }
}

extension Double: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var word = bitPattern
    try tape.pass(&word)
    self = Double(bitPattern: word)
  }
}

extension Bool: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var word: UInt64 = self ? 1 : 0
    try tape.pass(&word)
    self = word != 0
  }
}

extension Range<Int>: Keepable {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var (start, end) = (lowerBound, upperBound)
    try tape.pass(&start)
    try tape.pass(&end)
    guard start <= end else { throw .mismatch(part: "a range") }
    self = start..<end
  }
}

extension Array: Keepable where Element: KeepableValue {}

extension Array: KeepableValue where Element: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var count = self.count
    try tape.pass(count: &count)
    if tape.isReading { self = (0..<count).map { _ in Element() } }
    for place in indices { try self[place].pass(&tape) }
  }
}

extension Dictionary: Keepable where Key == Int, Value: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var keys = self.keys.sorted()
    try tape.pass(&keys)
    if tape.isReading { removeAll() }
    for key in keys {
      var value = self[key] ?? Value()
      try value.pass(&tape)
      self[key] = value
    }
  }
}
