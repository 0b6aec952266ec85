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

/// One attempt at a chunk, known from the name of its shard.
struct Attempt: Sendable, Hashable {
  let chunk: Int
  let number: Int
  let state: AttemptState
  private let directory: String

  init?(fileName: String, in directory: String) {
    guard let state = AttemptState.allCases.first(where: { fileName.hasSuffix($0.ending) }) else {
      return nil
    }
    let parts = fileName.dropLast(state.ending.count).split(separator: "-").map { Int($0) }
    guard parts.count == 2, let chunk = parts[0], let number = parts[1] else { return nil }
    self.chunk = chunk
    self.number = number
    self.state = state
    self.directory = directory
  }

  var names: ShardNames { ShardNames(chunk: chunk, attempt: number, in: directory) }

  /// Where it lies now: its writer may have come to its end since it was seen.
  var path: String {
    let path = names[state]
    guard state == .running, !SystemFile.exists(path) else { return path }
    return [names.finished, names.stopped].first(where: SystemFile.exists) ?? path
  }

  /// Opens it, once more where it was renamed at that moment.
  func read<Result: ~Copyable>(_ body: (String) throws(CampaignError) -> Result)
    throws(CampaignError) -> Result
  {
    let first = path
    do throws(CampaignError) {
      return try body(first)
    } catch {
      let second = path
      guard second != first else { throw error }
      return try body(second)
    }
  }
}
