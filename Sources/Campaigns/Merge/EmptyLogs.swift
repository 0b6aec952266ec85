import Foundation

/// The logs of tasks that had nothing to say.
enum EmptyLogs {
  /// Seconds after which a task that holds no chunk has no more to say.
  private static let age = 60.0

  /// Removes them, but those of tasks that may still be at work.
  static func remove(in directory: CampaignDirectory, held: [ShardHeader], clock: FolderClock) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.logs)) ?? []
    let living = Set(
      held.compactMap { header in
        header.submission.flatMap { submission in
          header.task.map { directory.logPath(ofTask: $0, in: submission) }
        }
      })
    for name in names where name.hasSuffix(".log") {
      let path = "\(directory.logs)/\(name)"
      guard !living.contains(path), let trace = SystemFile.trace(of: path), trace.length == 0,
        clock.now - trace.modified > age
      else { continue }
      SystemFile.remove(path)
    }
  }
}
