import CHDF5

/// A dataset of an open file.
public struct HDF5Dataset: HDF5Object, ~Copyable {
  public let path: String
  /// The length of each dimension; empty for a single value.
  public let shape: [Int]
  let handle: Handle

  init(path: String, handle: consuming Handle) throws(HDF5Error) {
    let id = handle.id
    let extent = try Extent("H5Dget_space") { H5Dget_space(id) }
    self.path = path
    self.shape = extent.shape
    self.handle = handle
  }

  public var reference: HDF5Reference { HDF5Reference(id: handle.id) }
  public var count: Int { shape.reduce(1, *) }

  private var rowLength: Int { shape.dropFirst().reduce(1, *) }
  private var allRows: Range<Int> { 0..<(shape.first ?? 1) }

  // MARK: - Reading

  /// All numbers, the last dimension running fastest.
  public func numbers() throws(HDF5Error) -> [Double] { try numbers(rows: allRows) }

  /// The numbers of some rows, rows being counted along the first dimension.
  public func numbers(rows: Range<Int>) throws(HDF5Error) -> [Double] {
    try expect([H5T_FLOAT, H5T_INTEGER, H5T_ENUM], called: "numbers")
    var values = [Double](repeating: .nan, count: rows.count * rowLength)
    try transfer("H5Dread", rows: rows) { id, memory, file in
      unsafe H5Dread(id, qds_h5_native_double(), memory, file, qds_h5_default(), &values)
    }
    return values
  }

  /// All whole numbers.
  public func integers() throws(HDF5Error) -> [Int64] {
    try expect([H5T_INTEGER], called: "whole numbers")
    var values = [Int64](repeating: 0, count: count)
    try transfer("H5Dread", rows: allRows) { id, memory, file in
      unsafe H5Dread(id, qds_h5_native_int64(), memory, file, qds_h5_default(), &values)
    }
    return values
  }

  /// All texts.
  public func strings() throws(HDF5Error) -> [String] {
    try expect([H5T_STRING], called: "text")
    let id = handle.id
    let type = try Handle("H5Dget_type") { H5Dget_type(id) }
    let extent = try Extent(shape: shape)
    let text = StoredText(type: type.id, extent: extent.id, count: count)
    return try unsafe text.read("H5Dread") { memoryType, buffer in
      unsafe H5Dread(id, memoryType, qds_h5_all(), qds_h5_all(), qds_h5_default(), buffer)
    }
  }

  /// What its elements are; nil for what our files never hold.
  public var element: HDF5Element? {
    get throws(HDF5Error) {
      switch try elementClass() {
      case H5T_FLOAT: .double
      // Truth values are enumerations in files that Python writes.
      case H5T_INTEGER, H5T_ENUM: .integer
      case H5T_STRING: .string
      default: nil
      }
    }
  }

  // MARK: - Writing

  /// Writes numbers into some rows, rows being counted along the first dimension.
  public func write(_ numbers: [Double], rows: Range<Int>) throws(HDF5Error) {
    precondition(numbers.count == rows.count * rowLength, "values must fill the rows of \(path)")
    try transfer("H5Dwrite", rows: rows) { id, memory, file in
      unsafe H5Dwrite(id, qds_h5_native_double(), memory, file, qds_h5_default(), numbers)
    }
  }

  /// Writes whole numbers into some rows.
  public func write(_ integers: [Int64], rows: Range<Int>) throws(HDF5Error) {
    precondition(integers.count == rows.count * rowLength, "values must fill the rows of \(path)")
    try transfer("H5Dwrite", rows: rows) { id, memory, file in
      unsafe H5Dwrite(id, qds_h5_native_int64(), memory, file, qds_h5_default(), integers)
    }
  }

  /// Writes text into some rows.
  public func write(_ strings: [String], rows: Range<Int>) throws(HDF5Error) {
    precondition(strings.count == rows.count * rowLength, "values must fill the rows of \(path)")
    let type = try ElementType.variableString()
    let properties = try Self.textTransfer()
    let (typeID, propertiesID) = (type.id, properties.id)
    try transfer("H5Dwrite", rows: rows) { id, memory, file in
      unsafe withCStrings(strings) { table in
        unsafe H5Dwrite(id, typeID, memory, file, propertiesID, table)
      }
    }
  }

  // MARK: - Private

  /// HDF5 else clears two buffers of 1 MiB for every text, which takes longer than all the rest.
  private static func textTransfer() throws(HDF5Error) -> Handle {
    let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_transfer()) }
    let id = properties.id
    _ = try HDF5Library.call("H5Pset_buffer") { H5Pset_buffer(id, 1 << 16, nil, nil) }
    return properties
  }

  private func transfer(
    _ operation: String, rows: Range<Int>, _ body: (hid_t, hid_t, hid_t) -> herr_t
  ) throws(HDF5Error) {
    guard !rows.isEmpty, rowLength > 0 else { return }
    let id = handle.id
    let file = try Extent("H5Dget_space") { H5Dget_space(id) }
    if !shape.isEmpty { try file.select(rows: rows) }
    let memory = try Extent(shape: shape.isEmpty ? [] : [rows.count] + shape.dropFirst())
    let (memoryID, fileID) = (memory.id, file.id)
    _ = try HDF5Library.call(operation) { body(id, memoryID, fileID) }
  }

  private func elementClass() throws(HDF5Error) -> H5T_class_t {
    let id = handle.id
    let type = try Handle("H5Dget_type") { H5Dget_type(id) }
    let typeID = type.id
    return H5T_class_t(rawValue: HDF5Library.attempt { H5Tget_class(typeID).rawValue })
  }

  private func expect(_ classes: [H5T_class_t], called word: String) throws(HDF5Error) {
    guard classes.contains(try elementClass()) else {
      throw .mismatch(name: path, reason: "does not hold \(word)")
    }
  }
}
