import Glibc

/// What the operating system says about a failed call.
enum SystemError {
  static func text(_ code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }
}
