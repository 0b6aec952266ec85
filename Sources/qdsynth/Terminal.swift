import Foundation

/// The two streams of the program: results on stdout, everything else on stderr.
enum Terminal {
  /// Writes a line of the result at once, so that lines of the log stand where they were said; ends the
  /// program where it cannot.
  static func result(_ line: String) {
    do throws(Fault) {
      try result(Data((line + "\n").utf8))
    } catch {
      note(error.message)
      exit(error.status.rawValue)
    }
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
  static var isResultATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
