/// A process on a computer, told from every other one that was or will be.
public struct WorkerProcess: Sendable, Hashable, Codable {
  public var host: String
  public var process: Int32
  /// The boot of the computer and the tick at which the process began; empty where that is unknown.
  public var start: String

  /// This process.
  public static let own: WorkerProcess = {
    let process = SystemProcess.own
    return WorkerProcess(
      host: SystemProcess.host, process: process, start: SystemProcess.start(of: process) ?? "")
  }()

  /// Whether it is there; nothing on another computer, which cannot be asked.
  var isThere: Bool? {
    guard host == Self.own.host else { return nil }
    guard !start.isEmpty, !Self.own.start.isEmpty else { return SystemProcess.exists(process) }
    return SystemProcess.start(of: process) == start
  }
}
