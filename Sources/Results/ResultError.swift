public import HDF5Files

/// What can go wrong with a result file.
public enum ResultError: Error, Equatable, Sendable {
  /// The file itself cannot be read or written.
  case file(HDF5Error)
  /// The file is HDF5, and is no result of a run.
  case notAResult(path: String, reason: String)
  /// The file is HDF5, and is no checkpoint that this program can go on from.
  case notACheckpoint(path: String, reason: String)
}

extension ResultError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .notAResult(let path, let reason): "\(path): not a result of qdsynth run: \(reason)"
    case .notACheckpoint(let path, let reason):
      "\(path): not a checkpoint of this version of qdsynth: \(reason)"
    }
  }
}
