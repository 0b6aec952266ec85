/// What an attempt at a chunk is called while it is written, and when it is over.
struct ShardNames: Sendable, Equatable {
  private let stem: String

  init(chunk: Int, attempt: Int, in directory: String) {
    let digits = String(chunk)
    let padding = String(repeating: "0", count: max(0, 5 - digits.count))
    stem = "\(directory)/\(padding)\(digits)-\(attempt)"
  }

  subscript(state: AttemptState) -> String { stem + state.ending }
  var running: String { self[.running] }
  var finished: String { self[.finished] }
  var stopped: String { self[.stopped] }
}

/// How far an attempt at a chunk is, as its name tells.
enum AttemptState: String, Sendable, CaseIterable {
  /// Its writer works on it, or was killed.
  case running
  /// It has written all that it was asked for.
  case finished
  /// It was asked to stop, and has written what it had.
  case stopped

  var ending: String { "." + rawValue }
}
