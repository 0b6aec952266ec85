/// How far a run has come.
public enum RunStatus: String, Sendable {
  case pending
  case done
  case failed
}

/// What a shard keeps of one finished run.
struct RunRecord: Sendable, Equatable {
  var index: Int
  var status: RunStatus
  /// In the order of the columns named last before this record.
  var values: [Double?]
  var reason: String?
  /// Seconds since 1970.
  var started: Double
  var seconds: Double
  /// How often it was taken up within tolerances, not bit by bit.
  var resumed = 0
}

extension RunRecord {
  /// The record in one line, its parts between tabs; numbers in digits that give them back.
  var text: String {
    let parts =
      [
        "\(index)", status.rawValue, "\(started)", "\(seconds)", "\(resumed)",
        Self.escaped(reason ?? ""),
      ]
      + values.map { $0?.description ?? "" }
    return parts.joined(separator: "\t")
  }

  init?(text: Substring, _ detail: ShardDetail = .everything) {
    let most = detail == .everything ? Int.max : 6
    let parts = text.utf8.split(
      separator: UInt8(ascii: "\t"), maxSplits: most, omittingEmptySubsequences: false
    ).map(Substring.init)
    guard parts.count >= 6, let index = Int(parts[0]),
      let status = RunStatus(rawValue: String(parts[1])),
      let started = Double(parts[2]), let seconds = Double(parts[3]),
      let resumed = Int(parts[4])
    else { return nil }
    self.init(
      index: index, status: status,
      values: detail == .everything ? parts[6...].map { Double($0) } : [],
      reason: parts[5].isEmpty ? nil : Self.unescaped(parts[5]), started: started,
      seconds: seconds, resumed: resumed)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case _ where character.isNewline: escaped += "\\n"
      default: escaped.append(character)
      }
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var isEscaped = false
    return text.reduce(into: "") { plain, character in
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { plain.append(character) }
        return
      }
      isEscaped = false
      plain.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
    }
  }
}
