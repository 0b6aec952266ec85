import CHDF5

/// A dataspace: none of the dimensions for a single value, else their lengths.
struct Extent: ~Copyable {
  let handle: Handle
  let shape: [Int]

  /// The extent of a given shape.
  init(shape: [Int]) throws(HDF5Error) {
    let lengths = shape.map { hsize_t($0) }
    self.shape = shape
    handle = try Handle("H5Screate") {
      shape.isEmpty
        ? H5Screate(H5S_SCALAR) : unsafe H5Screate_simple(Int32(lengths.count), lengths, nil)
    }
  }

  /// The extent that a C call returns.
  init(_ operation: String, _ open: () -> hid_t) throws(HDF5Error) {
    let handle = try Handle(operation, open)
    let id = handle.id
    let rank = try HDF5Library.call("H5Sget_simple_extent_ndims") {
      H5Sget_simple_extent_ndims(id)
    }
    var lengths = [hsize_t](repeating: 0, count: Int(rank))
    if rank > 0 {
      _ = try HDF5Library.call("H5Sget_simple_extent_dims") {
        unsafe H5Sget_simple_extent_dims(id, &lengths, nil)
      }
    }
    self.handle = handle
    shape = lengths.map { Int($0) }
  }

  var id: hid_t { handle.id }
  var count: Int { shape.reduce(1, *) }

  /// Narrows the extent to some of its rows, rows being counted along the first dimension.
  func select(rows: Range<Int>) throws(HDF5Error) {
    let id = id
    let start = [hsize_t(rows.lowerBound)] + shape.dropFirst().map { _ in 0 }
    let lengths = [hsize_t(rows.count)] + shape.dropFirst().map { hsize_t($0) }
    _ = try HDF5Library.call("H5Sselect_hyperslab") {
      unsafe H5Sselect_hyperslab(id, H5S_SELECT_SET, start, nil, lengths, nil)
    }
  }
}
