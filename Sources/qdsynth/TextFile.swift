import Foundation
import HDF5Files
import Results

/// A file of text that a command reads or writes.
enum TextFile {
  /// The text of a file that must be there and be text.
  static func read(_ path: String) throws(Fault) -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Fault(ResultError.file(.missing(path: path)))
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Fault(.badData, "error: \(path): cannot be read as a file")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(.badData, "error: \(path): is not UTF-8 text")
    }
    return text
  }

  /// Writes a file that is whole or not there.
  static func write(_ bytes: Data, to path: String) throws(Fault) {
    do throws(HDF5Error) {
      try WholeFile.write(Array(bytes), to: path)
    } catch {
      throw Fault(ResultError.file(error))
    }
  }
}
