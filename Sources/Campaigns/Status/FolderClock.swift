import Foundation

/// The time as the disk of a folder has it, which is the same for all computers that write there.
struct FolderClock {
  /// Seconds since 1970; of this computer where the folder cannot be written.
  let now: Double

  init(_ folder: String) {
    let path = TemporaryName.of("\(folder)/clock")
    defer { SystemFile.remove(path) }
    let isWritten = (try? SystemFile(path, .replacing).append([ShardLine.newline])) != nil
    now =
      (isWritten ? SystemFile.trace(of: path)?.modified : nil)
      ?? Date().timeIntervalSince1970
  }

  /// Signs of life that a worker may miss before it is taken for lost.
  private static let beats = 6.0

  /// Whether a claim whose holder cannot be asked has been silent for too long.
  func isSilent(_ last: LastAttempt) -> Bool {
    guard let written = SystemFile.trace(of: last.attempt.path) else { return false }
    return now - written.modified > Self.beats * (last.header?.beat ?? Assignment.usualBeat)
  }
}
