import CHDF5

/// Text as a file holds it: of variable length, or in cells of one length.
struct StoredText {
  let type: hid_t
  let extent: hid_t
  let count: Int

  /// Reads all of it with the C call given, which takes a type in memory and a buffer.
  func read(
    _ operation: String, _ body: (hid_t, UnsafeMutableRawPointer) -> herr_t
  ) throws(HDF5Error) -> [String] {
    let isVariable = HDF5Library.attempt { [type] in H5Tis_variable_str(type) } > 0
    return try isVariable
      ? unsafe readVariable(operation, body) : unsafe readFixed(operation, body)
  }

  private func readVariable(
    _ operation: String, _ body: (hid_t, UnsafeMutableRawPointer) -> herr_t
  ) throws(HDF5Error) -> [String] {
    let table = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: count)
    unsafe table.initialize(repeating: nil)
    defer { unsafe table.deallocate() }
    guard let base = UnsafeMutableRawPointer(table.baseAddress), count > 0 else { return [] }
    _ = try HDF5Library.call(operation) { unsafe body(type, base) }
    let texts = unsafe table.map { text in
      guard let text = unsafe text else { return "" }
      return unsafe String(cString: text)
    }
    _ = try HDF5Library.call("H5Dvlen_reclaim") {
      unsafe H5Dvlen_reclaim(type, extent, qds_h5_default(), base)
    }
    return texts
  }

  private func readFixed(
    _ operation: String, _ body: (hid_t, UnsafeMutableRawPointer) -> herr_t
  ) throws(HDF5Error) -> [String] {
    let bytes = HDF5Library.attempt { [type] in Int(H5Tget_size(type)) } + 1
    let memoryType = try ElementType.fixedString(bytes: bytes, like: type)
    let memoryTypeID = memoryType.id
    var cells = [UInt8](repeating: 0, count: bytes * count)
    _ = try HDF5Library.call(operation) {
      unsafe cells.withUnsafeMutableBytes { buffer -> herr_t in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe body(memoryTypeID, base)
      }
    }
    return (0..<count).map { index in
      let cell = cells[(index * bytes)..<((index + 1) * bytes)]
      return String(decoding: cell.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
