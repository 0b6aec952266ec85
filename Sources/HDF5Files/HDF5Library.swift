import CHDF5
import Synchronization

/// The one door to the HDF5 library, which is not thread-safe.
///
/// Every C call goes through `call`, which holds the lock of the process until HDF5's own account
/// of a failure has been read. Nothing in here reaches standard error.
enum HDF5Library {
  private static let door = Mutex(())

  /// Makes one C call, whose negative result becomes an error with HDF5's own text.
  static func call<Code: SignedInteger & Sendable>(
    _ operation: String, _ body: () -> Code
  ) throws(HDF5Error) -> Code {
    let (code, reason): (Code, String) = door.withLock { _ in
      start()
      let code = body()
      return (code, code < 0 ? errorText() : "")
    }
    guard code >= 0 else { throw .library(operation: operation, reason: reason) }
    return code
  }

  /// Makes one C call that can fail in no way that a caller could mend.
  static func attempt<Code: SignedInteger & Sendable>(_ body: () -> Code) -> Code {
    door.withLock { _ in
      start()
      return body()
    }
  }

  /// Takes away HDF5's clean-up at exit, which never ends on a full disk, and silences it; where
  /// it is built with threads, each of them has a voice of its own.
  private static func start() {
    _ = H5dont_atexit()
    _ = H5Eset_auto2(qds_h5_error_stack(), nil, nil)
  }

  private static func errorText() -> String {
    let account = ErrorAccount()
    let context = unsafe Unmanaged.passUnretained(account).toOpaque()
    _ = unsafe H5Ewalk2(
      qds_h5_error_stack(), H5E_WALK_DOWNWARD,
      { _, record, context in
        guard let record = unsafe record, let context = unsafe context else { return 0 }
        guard let words = unsafe record.pointee.desc else { return 0 }
        let account = unsafe Unmanaged<ErrorAccount>.fromOpaque(context).takeUnretainedValue()
        account.add(unsafe String(cString: words))
        return 0
      }, context)
    return account.text
  }
}

/// What HDF5 says about a failure, from the call that was made down to the cause.
private final class ErrorAccount {
  private var lines: [String] = []

  func add(_ line: String) {
    guard lines.last != line else { return }
    lines.append(line)
  }

  var text: String { lines.isEmpty ? "no reason given" : lines.joined(separator: "; ") }
}
