import HDF5Files

/// What marks a file as that of a fit, and the version of its layout.
enum FitFileFormat {
  static let name = "qdsynth-fit"
  /// Raised when a reader of the last layout would misread the new one.
  static let version: Int64 = 1
  static let creator = "qdsynth"
}

extension FitFile {
  /// Whether a file says of itself that it holds a fit; false where it cannot be read.
  public static func isFit(_ path: String) -> Bool {
    do throws(HDF5Error) {
      let file = try HDF5File(reading: path)
      return try file.root().attribute("format")?.text == FitFileFormat.name
    } catch {
      return false
    }
  }

  /// Writes the file; until it is whole, nothing lies under its name.
  public func write(to path: String) throws(FitFileError) {
    do throws(HDF5Error) {
      try FitFileWriter(file: self).write(to: path)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a file back.
  public init(reading path: String) throws(FitFileError) {
    do throws(HDF5Error) {
      self = try FitFileReader(path: path).file()
    } catch {
      throw FitFileError(error, in: path)
    }
  }
}
