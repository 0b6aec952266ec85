import Foundation

/// Where a result goes.
enum ResultName {
  /// The file named after a scenario, in the folder where the program runs.
  ///
  /// A scenario called `scenario.toml` is named after its folder.
  static func of(_ scenario: String) -> String { stem(of: scenario) + ".h5" }

  /// What results of a scenario are named after.
  static func stem(of scenario: String) -> String {
    let url = URL(fileURLWithPath: scenario)
    let stem = url.deletingPathExtension().lastPathComponent
    guard stem == "scenario" else { return stem }
    return url.deletingLastPathComponent().lastPathComponent
  }

  /// A name as part of the name of a file: letters, digits, points and dashes.
  static func part(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-" })
  }

  /// Refuses a place where nothing can be written, before hours are spent on a run.
  static func check(_ path: String) throws(Fault) {
    let files = FileManager.default
    let target = URL(fileURLWithPath: path)
    if (try? target.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
      throw Fault(.cannotCreate, "error: \(path) is a folder; name a file, as \(path)/run.h5")
    }
    let folder = target.deletingLastPathComponent().path
    guard files.fileExists(atPath: folder) else {
      throw Fault(.cannotCreate, "error: there is no folder \(folder) for \(path); make it first")
    }
    guard files.isWritableFile(atPath: folder) else {
      throw Fault(.cannotCreate, "error: the folder \(folder) cannot be written to")
    }
  }
}
