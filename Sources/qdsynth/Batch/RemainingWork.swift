import BatchSystems
import Campaigns

/// What of a sweep is asked for, is held by no worker, and is not in a queue.
struct RemainingWork {
  /// Each with the runs that are asked for in it.
  let chunks: [ChunkWork]
  let queue: Queue
  /// Chunks of tasks that wait or run.
  let queued: Int

  init(_ campaign: Campaign, _ selection: Selection, in folder: String) throws {
    let submissions = try campaign.directory.submissionList()
    queue = Queue(submissions, in: folder)
    let held = queue.chunks(of: submissions)
    let asked = try campaign.remaining(selection, life: queue.life)
    chunks = asked.filter { !held.contains($0.chunk) }
    queued = asked.count - chunks.count
  }

  var runs: Int { chunks.reduce(0) { $0 + $1.runs } }
}
