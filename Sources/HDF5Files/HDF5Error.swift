/// What can go wrong with an HDF5 file, in words for the person who runs the program.
public enum HDF5Error: Error, Equatable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file is there but is not HDF5, or is cut short.
  case unreadable(path: String, reason: String)
  /// The file cannot be made where it was asked for.
  case cannotCreate(path: String, reason: String)
  /// The file was begun, and the disk did not take it.
  case cannotWrite(path: String, reason: String)
  /// The file has no object or attribute of this name.
  case absent(name: String)
  /// The object is there, and is not what was asked for.
  case mismatch(name: String, reason: String)
  /// HDF5 refused an operation; the text is its own.
  case library(operation: String, reason: String)
}

extension HDF5Error: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .unreadable(let path, let reason): "\(path): not a readable HDF5 file: \(reason)"
    case .cannotCreate(let path, let reason): "\(path): cannot create the file: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot write the file: \(reason)"
    case .absent(let name): "nothing is called \"\(name)\" in the file"
    case .mismatch(let name, let reason): "\"\(name)\" \(reason)"
    case .library(let operation, let reason): "HDF5 \(operation): \(reason)"
    }
  }
}
