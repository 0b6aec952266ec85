import Foundation

/// A folder for files that are made and read again; it goes with its owner.
struct WorkFolder: ~Copyable {
  let path: String

  init() throws(CaseError) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "qdsynth-validate-\(UUID().uuidString)")
    path = place.path
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    } catch {
      throw .unwritable("\"\(path)\" cannot be made: \(error.localizedDescription)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
