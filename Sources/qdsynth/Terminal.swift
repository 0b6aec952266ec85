import Foundation

/// The two streams of the program: results on stdout, everything else on stderr.
enum Terminal {
  /// Writes a line of the result.
  static func result(_ line: String) {
    print(line)
  }

  /// Writes a line of the log.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Writes over the present line of the log.
  static func overwrite(_ line: String) {
    FileHandle.standardError.write(Data(("\r\u{1B}[2K" + line).utf8))
  }

  static var isLogATerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
