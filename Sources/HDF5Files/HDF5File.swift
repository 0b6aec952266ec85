import CHDF5
import Glibc

/// An HDF5 file open for reading.
public struct HDF5File: ~Copyable {
  public let path: String
  private let handle: Handle

  /// Opens a finished file.
  ///
  /// Our files never change once they have their name, so no lock is taken, and file systems
  /// without locks can be read.
  public init(reading path: String) throws(HDF5Error) {
    guard unsafe access(path, F_OK) == 0 else { throw .missing(path: path) }
    guard unsafe access(path, R_OK) == 0 else {
      throw .unreadable(path: path, reason: SystemError.text(errno))
    }
    handle = try Self.open(path)
    self.path = path
  }

  /// The root group.
  public func root() throws(HDF5Error) -> HDF5Group {
    let id = handle.id
    return HDF5Group(
      path: "/", handle: try Handle("H5Gopen") { unsafe H5Gopen2(id, "/", qds_h5_default()) },
      faults: nil)
  }

  private static func open(_ path: String) throws(HDF5Error) -> Handle {
    do {
      let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_file_access()) }
      let propertiesID = properties.id
      _ = try HDF5Library.call("H5Pset_file_locking") {
        H5Pset_file_locking(propertiesID, false, true)
      }
      return try Handle("H5Fopen") { unsafe H5Fopen(path, qds_h5_read_only(), propertiesID) }
    } catch {
      guard case .library(_, let reason) = error else { throw error }
      throw .unreadable(path: path, reason: reason)
    }
  }
}
