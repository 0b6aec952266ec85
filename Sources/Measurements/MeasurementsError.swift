public import HDF5Files

/// Why measured data cannot be had, in words for the person who brings them.
public enum MeasurementsError: Error, Equatable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file cannot be read or written.
  case file(HDF5Error, path: String)
  /// All that is wrong with what the files hold.
  case faults([DataFault])
}

/// One thing that is wrong with data, where, and what would be right.
public struct DataFault: Error, Equatable, Sendable {
  public var file: String
  /// The line, the frame, or the path in an HDF5 file; empty for the whole file.
  public var place: String
  public var message: String
  public var hint: String?

  public init(file: String, place: String = "", message: String, hint: String? = nil) {
    self.file = file
    self.place = place
    self.message = message
    self.hint = hint
  }
}

extension DataFault: CustomStringConvertible {
  public var description: String {
    let place = place.isEmpty ? file : "\(file): \(place)"
    return "error: \(place): \(message)" + (hint.map { "\n  \($0)" } ?? "")
  }
}

extension MeasurementsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "error: \(path): no such file"
    case .file(let error, let path):
      switch error {
      case .missing, .unreadable, .cannotCreate, .cannotWrite: "error: \(error)"
      default: "error: \(path): \(error)"
      }
    case .faults(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }

  init(_ fault: DataFault) { self = .faults([fault]) }

  /// A failure of HDF5 while one file was read or written.
  init(_ error: HDF5Error, in path: String) {
    if case .missing(let missing) = error {
      self = .missing(path: missing)
    } else {
      self = .file(error, path: path)
    }
  }
}
