import CHDF5

extension HDF5Group {
  /// Writes numbers, laid out with the last dimension running fastest.
  ///
  /// An empty shape is a single value; no shape is one dimension. What a missing number is
  /// written as, is stored with the dataset as its fill value.
  @discardableResult
  public func write(
    _ numbers: [Double], shape: [Int]? = nil, missing: Double? = nil, as name: String
  ) throws(HDF5Error) -> HDF5Dataset {
    let dataset = try makeDataset(
      name, of: .double, shape: shape ?? [numbers.count], missing: missing)
    try dataset.write(numbers, rows: 0..<(dataset.shape.first ?? 1))
    return dataset
  }

  /// Writes whole numbers.
  @discardableResult
  public func write(
    _ integers: [Int64], shape: [Int]? = nil, as name: String
  ) throws(HDF5Error) -> HDF5Dataset {
    let dataset = try makeDataset(name, of: .integer, shape: shape ?? [integers.count])
    try dataset.write(integers, rows: 0..<(dataset.shape.first ?? 1))
    return dataset
  }

  /// Writes text.
  @discardableResult
  public func write(
    _ strings: [String], shape: [Int]? = nil, as name: String
  ) throws(HDF5Error) -> HDF5Dataset {
    let dataset = try makeDataset(name, of: .string, shape: shape ?? [strings.count])
    try dataset.write(strings, rows: 0..<(dataset.shape.first ?? 1))
    return dataset
  }

  /// Writes one text.
  @discardableResult
  public func write(_ text: String, as name: String) throws(HDF5Error) -> HDF5Dataset {
    try write([text], shape: [], as: name)
  }

  /// Makes a dataset to be filled row by row; where it is large, it is chunked and compressed.
  ///
  /// Memory holds two chunks of it while it is filled; `rowsPerChunk` makes them small.
  public func makeDataset(
    _ name: String, of element: HDF5Element, shape: [Int], missing: Double? = nil,
    rowsPerChunk: Int? = nil
  ) throws(HDF5Error) -> HDF5Dataset {
    let id = handle.id
    let layout = DatasetLayout(shape: shape, missing: missing, rowsPerChunk: rowsPerChunk)
    let properties = try layout.properties()
    let access = try layout.access()
    let (propertiesID, accessID) = (properties.id, access.id)
    let extent = try Extent(shape: shape)
    let extentID = extent.id
    let text = try ElementType.variableString()
    let type =
      switch element {
      case .double: qds_h5_file_double()
      case .integer: qds_h5_file_int64()
      case .string: text.id
      }
    let dataset = try Handle("H5Dcreate", faults: faults) {
      unsafe H5Dcreate2(
        id, name, type, extentID, qds_h5_default(), propertiesID, accessID)
    }
    return try HDF5Dataset(path: child(name), handle: dataset)
  }
}

/// What a dataset holds.
public enum HDF5Element: Sendable {
  case double
  case integer
  case string
}
