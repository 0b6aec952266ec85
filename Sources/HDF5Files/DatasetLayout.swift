import CHDF5

/// How a dataset lies in its file: in one piece, or in compressed chunks where it is large.
struct DatasetLayout {
  let shape: [Int]
  let missing: Double?
  /// Rows in a chunk, for a dataset that is filled block by block beside many others; nil for large chunks.
  let rowsPerChunk: Int?

  /// Below this many elements compression saves less than its chunk index costs.
  private static let elementsWorthCompressing = 8192
  /// HDF5's chunk cache holds 1 MiB, or 131072 elements of eight bytes.
  private static let elementsPerChunk = 65_536
  /// The level at which deflate has won nearly all that it can win on smooth numbers.
  private static let deflateLevel: UInt32 = 4

  private var rowLength: Int { shape.dropFirst().reduce(1, *) }

  /// Whole rows, as many as fit into one chunk.
  private var chunk: [hsize_t] {
    let wished = rowsPerChunk ?? max(1, Self.elementsPerChunk / max(rowLength, 1))
    let rows = min(wished, shape.first ?? 1)
    return [hsize_t(rows)] + shape.dropFirst().map { hsize_t($0) }
  }

  /// The property list to open it with.
  ///
  /// HDF5 keeps up to 1 MiB of chunks of every open dataset. One that is filled block by block needs the
  /// chunk that it is at, and the next.
  func access() throws(HDF5Error) -> Handle {
    let access = try Handle("H5Pcreate") { H5Pcreate(qds_h5_dataset_access()) }
    guard rowsPerChunk != nil else { return access }
    let id = access.id
    let bytes = 2 * chunk.reduce(MemoryLayout<Double>.size) { $0 * Int($1) }
    _ = try HDF5Library.call("H5Pset_chunk_cache") {
      H5Pset_chunk_cache(id, Self.cacheSlots, bytes, 1)
    }
    return access
  }

  /// A prime number, many times the chunks that are kept.
  private static let cacheSlots = 101

  /// The property list to create such a dataset with.
  func properties() throws(HDF5Error) -> Handle {
    let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_dataset_creation()) }
    let id = properties.id
    _ = try HDF5Library.call("H5Pset_obj_track_times") { H5Pset_obj_track_times(id, false) }
    if var missing {
      _ = try HDF5Library.call("H5Pset_fill_value") {
        unsafe H5Pset_fill_value(id, qds_h5_native_double(), &missing)
      }
    }
    guard shape.reduce(1, *) >= Self.elementsWorthCompressing else { return properties }
    let chunk = chunk
    _ = try HDF5Library.call("H5Pset_chunk") {
      unsafe H5Pset_chunk(id, Int32(chunk.count), chunk)
    }
    _ = try HDF5Library.call("H5Pset_shuffle") { H5Pset_shuffle(id) }
    _ = try HDF5Library.call("H5Pset_deflate") { H5Pset_deflate(id, Self.deflateLevel) }
    return properties
  }
}
