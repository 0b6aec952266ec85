import CHDF5

/// An HDF5 file in the making, which takes its name only when whole.
///
/// Whatever happens before `publish` returns, under the final name lies what lay there before.
public struct HDF5Draft: ~Copyable {
  /// Where the file grows: a full disk never reaches HDF5 while it grows in memory.
  public enum Storage: Sendable {
    case memory
    case disk
  }

  private let storage: Storage
  private let faults = ClosingFaults()
  private var temporary: TemporaryFile
  private var file: DraftFile

  /// Begins a file; where it could not be written, that is said now.
  public init(creating path: String, in storage: Storage = .memory) throws(HDF5Error) {
    let temporary = try TemporaryFile(for: path)
    let file: DraftFile
    do throws(HDF5Error) {
      file = try DraftFile(path: temporary.path, storage: storage)
    } catch {
      throw error.whileWriting(path)
    }
    self.storage = storage
    self.temporary = temporary
    self.file = file
  }

  /// The root group.
  public func root() throws(HDF5Error) -> HDF5Group {
    let id = file.id
    return HDF5Group(
      path: "/", handle: try Handle("H5Gopen") { unsafe H5Gopen2(id, "/", qds_h5_default()) },
      faults: faults)
  }

  /// Finishes the file and gives it its name.
  ///
  /// No group or dataset of it may be used afterwards.
  public consuming func publish() throws(HDF5Error) {
    do throws(HDF5Error) {
      if let fault = faults.first { throw fault }
      try file.flush()
      if storage == .memory {
        let image = try file.image()
        try temporary.append(image.span)
      }
      try file.close()
    } catch {
      throw error.whileWriting(temporary.finalPath)
    }
    try temporary.publish()
  }
}

extension HDF5Error {
  /// The failure of a step, for a person who knows only the file.
  fileprivate func whileWriting(_ path: String) -> HDF5Error {
    guard case .library = self else { return self }
    return .cannotWrite(path: path, reason: description)
  }
}
