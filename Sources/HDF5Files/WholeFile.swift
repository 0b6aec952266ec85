/// Writes any file so that it lies whole under its name, or not at all.
public enum WholeFile {
  /// Writes bytes to a temporary name beside, brings them to the disk, and renames.
  public static func write(_ bytes: [UInt8], to path: String) throws(HDF5Error) {
    var file = try TemporaryFile(for: path)
    try file.append(bytes.span)
    try file.publish()
  }
}
