import Results
import Synchronization
import Workers

/// Resolves every point of a design and writes down who it is.
///
/// A point that cannot be resolved refuses the campaign before anything was run.
struct Planning<Runner: PointRunner>: Sendable {
  let points: DesignedPoints
  let runner: Runner
  let jobs: Int
  let cancellation: Cancellation

  /// Writes the file of identities, and gives its own SHA-256.
  func writeIdentities(to path: String) throws(CampaignError) -> String {
    var file = try FileInMaking(path)
    var digest = ""
    for start in stride(from: 0, to: points.count, by: Identities.block) {
      let range = start..<min(start + Identities.block, points.count)
      let text = try identities(of: range).map { $0.digits + "\n" }.joined()
      digest = SHA256.digits(of: digest + text)
      try file.write(text)
    }
    try file.publish()
    return digest
  }

  func identities(of range: Range<Int>) throws(CampaignError) -> [PointIdentity] {
    let work = PlannedBlock(range)
    WorkerThreads.run(min(jobs, range.count)) {
      let runner = runner.forOneThread()
      while !cancellation.isCancelled, let index = work.next() {
        work.record(index, resolve(index, by: runner))
      }
    }
    guard !cancellation.isCancelled else { throw .interrupted }
    return try work.identities()
  }

  private func resolve(_ index: Int, by runner: Runner) -> Result<PointIdentity, CampaignError> {
    let overrides = points.overrides(at: index)
    do {
      return .success(
        PointIdentity(ofResolvedText: try runner.resolvedText(setting: overrides)))
    } catch {
      switch error {
      case .failed(let reason, _):
        return .failure(.badPoint(index: index, overrides: overrides, reason: reason))
      case .cancelled: return .failure(.interrupted)
      }
    }
  }
}

/// Identities in the making, shared by the threads that find them.
private final class PlannedBlock: Sendable {
  private struct State {
    var next: Int
    var found: [Int: PointIdentity] = [:]
    var failure: (index: Int, error: CampaignError)?
  }

  private let range: Range<Int>
  private let state: Mutex<State>

  init(_ range: Range<Int>) {
    self.range = range
    state = Mutex(State(next: range.lowerBound))
  }

  func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < range.upperBound else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func record(_ index: Int, _ result: Result<PointIdentity, CampaignError>) {
    state.withLock { state in
      switch result {
      case .success(let identity): state.found[index] = identity
      case .failure(let error):
        if state.failure.map({ index < $0.index }) ?? true { state.failure = (index, error) }
      }
    }
  }

  func identities() throws(CampaignError) -> [PointIdentity] {
    let (found, failure) = state.withLock { ($0.found, $0.failure) }
    if let failure { throw failure.error }
    return range.compactMap { found[$0] }
  }
}
