import Foundation
import Synchronization

/// What a file is called while it is made: a name that no other process on any computer uses.
///
///     .sweep.csv.node7-4711-1.part
enum TemporaryName {
  /// Numbers the names of this process.
  private static let serial = Atomic<Int>(0)

  static func of(_ path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let own = WorkerProcess.own
    let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
    return path[..<slash] + ".\(path[slash...]).\(own.host)-\(own.process)-\(number).part"
  }

  /// Removes from a folder what processes that are dead have left half-made.
  ///
  /// Of other computers only what is older than a day, as nobody can be asked.
  static func clean(_ folder: String, clock: FolderClock) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let maker = maker(of: name) else { continue }
      let path = "\(folder)/\(name)"
      let isDead =
        maker.host == SystemProcess.host
        ? SystemProcess.start(of: maker.process) == nil
        : SystemFile.trace(of: path).map { clock.now - $0.modified > day } ?? false
      if isDead { SystemFile.remove(path) }
    }
  }

  private static let day = 86_400.0

  /// The computer and the process that a name tells of.
  private static func maker(of name: String) -> (host: String, process: Int32)? {
    guard name.hasPrefix("."), name.hasSuffix(".part") else { return nil }
    let parts = name.dropLast(".part".count).split(separator: "-")
    guard parts.count >= 3, Int(parts[parts.count - 1]) != nil,
      let process = Int32(parts[parts.count - 2])
    else { return nil }
    // The name of the file comes before that of the computer, and either may hold any sign.
    let front = parts.dropLast(2).joined(separator: "-")
    let host = SystemProcess.host
    return (front.hasSuffix("." + host) ? host : front, process)
  }
}
