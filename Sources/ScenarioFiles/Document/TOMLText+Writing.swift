extension TOMLText {
  /// A value written as TOML, or a plain text where it is none.
  static func value(of text: String, in source: Source, at place: Place) -> Node {
    guard !isQuantity(text) else { return Node(.string(text), at: place) }
    let read = try? table(of: Source(.option, name: source.name, text: "value = \(text)"))
    guard let read, read.entries.count == 1, let node = read["value"] else {
      return Node(.string(text), at: place)
    }
    return Node(relocated(node.value, to: place), at: place)
  }

  /// Whether it is a number, a blank and a unit, which no value of TOML is.
  private static func isQuantity(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, isSignOrDigit(first),
      let blank = bytes.firstIndex(of: UInt8(ascii: " "))
    else { return false }
    let unit = bytes[blank...].drop { $0 == UInt8(ascii: " ") }
    return unit.first.map(isLetter) == true || unit.starts(with: "1/".utf8)
  }

  private static func isSignOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }

  private static func relocated(_ value: Node.Value, to place: Place) -> Node.Value {
    switch value {
    case .list(let nodes):
      return .list(nodes.map { Node(relocated($0.value, to: place), at: place) })
    case .table(let table):
      var moved = Table()
      for entry in table.entries {
        moved.set(
          entry.key, at: place, to: Node(relocated(entry.node.value, to: place), at: place))
      }
      return .table(moved)
    default: return value
    }
  }

  /// A text in quotes, with escapes.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else { return "\"\(text)\"" }
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// A key, in quotes where it needs them.
  static func key(_ name: String) -> String {
    let isBare =
      !name.isEmpty && name.utf8.allSatisfy { isBareByte($0) }
    return isBare ? name : quoted(name)
  }

  private static func isBareByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: isLetter(byte)
    }
  }

  /// What toml++ says, as people say it.
  static func readable(_ message: String) -> String {
    let start = message.ranges(of: ": ").first?.upperBound ?? message.startIndex
    let fault = message.hasPrefix("Error while parsing") ? String(message[start...]) : message
    return "not TOML: "
      + fault.replacing("encountered end-of-file", with: "the text ends too early")
  }
}
