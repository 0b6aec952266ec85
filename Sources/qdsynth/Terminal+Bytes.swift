import Foundation

extension Terminal {
  /// Writes bytes of the result as they are.
  static func result(_ bytes: Data) throws(Fault) {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      throw Fault(.cannotWrite, "error: cannot write the result: \(error.localizedDescription)")
    }
  }

  /// How many characters a line holds.
  static var width: Int {
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    return min(max(columns, 40), 200)
  }
}
