import Glibc

/// What the system says of processes and of the computer.
enum SystemProcess {
  static var own: Int32 { getpid() }

  static let host: String = {
    (try? SystemFile.firstBytes(of: "/proc/sys/kernel/hostname"))
      .map { $0.prefix { $0 != ShardLine.newline } }
      .map { String(decoding: $0, as: UTF8.self) } ?? "localhost"
  }()

  /// The boot and the tick since it at which a process began; nothing where there is none that lives.
  static func start(of process: Int32) -> String? {
    guard let bytes = try? SystemFile.firstBytes(of: "/proc/\(process)/stat"),
      let name = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = bytes[(name + 1)...].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count > startField, !["Z", "X"].contains(fields[0]) else { return nil }
    return boot + "+" + fields[startField]
  }

  static func exists(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }

  /// Asks a process to end.
  static func terminate(_ process: Int32) -> Bool { kill(process, SIGTERM) == 0 }

  /// Of proc(5), counted from the state, which is the third.
  private static let startField = 19

  private static let boot: String = {
    (try? SystemFile.firstBytes(of: "/proc/sys/kernel/random/boot_id"))
      .map { String(decoding: $0.prefix(8), as: UTF8.self) } ?? ""
  }()
}
