extension Campaign {
  /// The processes that hold chunks and live, each once.
  public func workers(life: TaskLife = { _, _ in nil }) throws(CampaignError) -> [WorkerProcess] {
    var seen: Set<WorkerProcess> = []
    return try status(life: life).claims.filter { !$0.isLost }.compactMap(\.worker)
      .filter { seen.insert($0).inserted }
  }
}

extension WorkerProcess {
  public var isOnThisHost: Bool { host == Self.own.host }

  /// Asks it to stop as a scheduler would; false where it is not there.
  public func terminate() -> Bool {
    isThere == true && SystemProcess.terminate(process)
  }
}
