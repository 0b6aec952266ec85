import BatchSystems
import Campaigns
import Foundation

/// Takes the jobs of a sweep out of their queues, and ends what runs of them.
struct QueueCancellation {
  let submissions: [Submission]
  let folder: String

  /// A command for each scheduler that has jobs of the sweep.
  func commands(_ queue: Queue) -> [(scheduler: Scheduler, command: BatchCommand)] {
    BatchEngine.allCases.compactMap { engine in
      let jobs = queue.jobs(of: engine)
      guard !jobs.isEmpty else { return nil }
      let system = engine.system
      return (Scheduler(system: system, folder: folder), system.cancellation(of: jobs))
    }
  }

  /// GNU parallel at work on this computer, which would begin the next task where one is ended.
  func parallelProcesses() -> [Int32] {
    let host = WorkerProcess.own.host
    let jobs = submissions.filter { $0.engine == BatchEngine.parallel.rawValue }.flatMap(\.jobs)
    return jobs.filter { $0.host == host }.compactMap { Int32($0.id) }.filter(Self.isParallel)
  }

  /// Has GNU parallel begin nothing new, and then end what runs.
  func end(_ processes: [Int32]) {
    for process in processes {
      kill(process, SIGTERM)
      Thread.sleep(forTimeInterval: 0.5)
      kill(process, SIGTERM)
    }
  }

  private static func isParallel(_ process: Int32) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else {
      return false
    }
    let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return words.contains { $0 == "--joblog" }
      && words.contains { $0.hasSuffix("/parallel") || $0 == "parallel" }
  }
}
