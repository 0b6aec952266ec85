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
