import CHDF5

/// An HDF5 identifier, given back when it goes out of scope.
struct Handle: ~Copyable {
  let id: hid_t
  private let faults: ClosingFaults?

  /// Takes over the identifier that a C call returns.
  init(
    _ operation: String, faults: ClosingFaults? = nil, _ open: () -> hid_t
  ) throws(HDF5Error) {
    id = try HDF5Library.call(operation, open)
    self.faults = faults
  }

  deinit {
    let id = id
    guard flushed(id) else { return }
    _ = HDF5Library.attempt { H5Idec_ref(id) }
  }

  /// Whether a part of a draft has reached its file.
  ///
  /// HDF5 1.10 frees a dataset that it fails to close and keeps its identifier, over which later
  /// calls stumble. So a part that cannot be written is not closed.
  private func flushed(_ id: hid_t) -> Bool {
    guard let faults else { return true }
    do {
      _ = try HDF5Library.call("H5Oflush") { H5Iis_valid(id) > 0 ? H5Oflush(id) : 0 }
      return true
    } catch {
      faults.first = faults.first ?? error
      return false
    }
  }
}

/// The first thing that went wrong while parts of a file were closed.
///
/// HDF5 may put off writing a dataset until it is closed, where nothing can be thrown; the draft
/// asks here before it gives the file its name.
final class ClosingFaults {
  var first: HDF5Error?
}
