import Foundation
import Inference
import Results
import Synchronization

/// The starts of a fit that have ended, in a file beside its results, so that a fit which was interrupted
/// goes on with those that are left.
///
/// A line of JSON for each, after one that tells the fit: its scenario and the SHA-256 of its data. A fit
/// of anything else begins anew. The file goes when the fit has written its results.
final class StartLog: Sendable {
  let path: String
  let known: [Attempt]
  private let file: Mutex<FileHandle?>

  /// - Parameter identity: what makes two fits the same.
  init(_ path: String, identity: String) {
    self.path = path
    let head = "{\"fit\":\"\(identity)\"}"
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = text?.split(separator: "\n") ?? []
    if lines.first.map(String.init) == head {
      // A last line that was cut off is no attempt.
      known = lines.dropFirst().compactMap { line in
        try? Self.decoder.decode(Attempt.self, from: Data(line.utf8))
      }
    } else {
      known = []
    }
    let kept = ([head] + known.compactMap(Self.line)).joined(separator: "\n") + "\n"
    _ = FileManager.default.createFile(atPath: path, contents: Data(kept.utf8))
    let handle = FileHandle(forWritingAtPath: path)
    _ = try? handle?.seekToEnd()
    file = Mutex(handle)
  }

  func add(_ attempt: Attempt) {
    guard let line = Self.line(attempt) else { return }
    file.withLock { try? $0?.write(contentsOf: Data("\(line)\n".utf8)) }
  }

  func remove() {
    file.withLock { handle in
      try? handle?.close()
      handle = nil
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func line(_ attempt: Attempt) -> String? {
    (try? encoder.encode(attempt)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
