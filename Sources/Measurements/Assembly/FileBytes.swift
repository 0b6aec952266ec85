import Foundation

/// The bytes of files that people bring.
enum FileBytes {
  /// All of a file.
  static func read(_ path: String) throws(MeasurementsError) -> [UInt8] {
    try read(path, limit: nil)
  }

  /// As much of a file as tells what it is.
  static func head(_ path: String) throws(MeasurementsError) -> [UInt8] {
    try read(path, limit: 8192)
  }

  private static func read(
    _ path: String, limit: Int?
  ) throws(MeasurementsError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
    guard values?.isDirectory != true else {
      throw MeasurementsError(
        DataFault(file: path, message: "is a folder", hint: "name its files, as in \(path)/*.dat"))
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      let data = limit == nil ? try handle.readToEnd() : try handle.read(upToCount: limit ?? 0)
      try handle.close()
      return Array(data ?? Data())
    } catch {
      throw MeasurementsError(DataFault(file: path, message: "cannot be read"))
    }
  }
}
