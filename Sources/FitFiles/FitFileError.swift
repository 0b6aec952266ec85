public import HDF5Files

/// What can go wrong with the file of a fit.
public enum FitFileError: Error, Equatable, Sendable {
  /// The file itself cannot be read or written.
  case file(HDF5Error)
  /// The file is HDF5, and holds no fit.
  case notAFit(path: String, reason: String)
}

extension FitFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .notAFit(let path, let reason): "\(path): not a file of qdsynth fit: \(reason)"
    }
  }
}

extension FitFileError {
  /// What is absent or of another kind makes the file no fit.
  init(_ error: HDF5Error, in path: String) {
    switch error {
    case .absent, .mismatch: self = .notAFit(path: path, reason: error.description)
    default: self = .file(error)
    }
  }
}
