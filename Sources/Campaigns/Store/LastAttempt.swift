/// The latest attempt at a chunk, and what it says of itself.
struct LastAttempt {
  let attempt: Attempt
  /// Nothing where the file does not say who writes it.
  let header: ShardHeader?
  let beat: Beat?
  let end: AttemptEnd?
  /// The last run that it has a result of.
  let lastRun: Int?

  /// The run in the making: the one after the last that ended, of those it was asked for.
  var runningRun: Int? {
    let runs = header?.runs.indices ?? []
    guard let lastRun else { return beat?.run ?? runs.first }
    return runs.first { $0 > lastRun }
  }

  /// Who holds the chunk, asked of the computer and of those who run tasks.
  func holder(_ life: TaskLife) -> ChunkStates.Holder {
    guard attempt.state == .running else { return .nobody }
    guard let header else { return .unknown }
    if let isThere = header.worker.isThere { return isThere ? .living : .dead }
    guard let submission = header.submission, let task = header.task,
      let lives = life(submission, task)
    else { return .unknown }
    return lives ? .living : .dead
  }
}
