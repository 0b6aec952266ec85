import CHDF5

extension HDF5Object where Self: ~Copyable {
  /// Sets an attribute, replacing one of the same name.
  public func set(_ name: String, to value: HDF5Attribute) throws(HDF5Error) {
    let id = reference.id
    if try hasAttribute(name) {
      _ = try HDF5Library.call("H5Adelete") { unsafe H5Adelete(id, name) }
    }
    switch value {
    case .string(let text): try write(strings: [text], shape: [], as: name)
    case .strings(let texts): try write(strings: texts, shape: [texts.count], as: name)
    case .integer(let value): try write(integers: [value], shape: [], as: name)
    case .integers(let values): try write(integers: values, shape: [values.count], as: name)
    case .number(let value): try write(numbers: [value], shape: [], as: name)
    case .numbers(let values): try write(numbers: values, shape: [values.count], as: name)
    }
  }

  public func hasAttribute(_ name: String) throws(HDF5Error) -> Bool {
    let id = reference.id
    return try HDF5Library.call("H5Aexists") { unsafe H5Aexists(id, name) } > 0
  }

  /// The value of an attribute, or nil where there is none of this name.
  public func attribute(_ name: String) throws(HDF5Error) -> HDF5Attribute? {
    guard try hasAttribute(name) else { return nil }
    let id = reference.id
    let attribute = try Handle("H5Aopen") { unsafe H5Aopen(id, name, qds_h5_default()) }
    let attributeID = attribute.id
    let extent = try Extent("H5Aget_space") { H5Aget_space(attributeID) }
    let type = try Handle("H5Aget_type") { H5Aget_type(attributeID) }
    let typeID = type.id
    switch HDF5Library.attempt({ H5Tget_class(typeID).rawValue }) {
    case H5T_STRING.rawValue:
      let texts = try readStrings(attributeID, type: typeID, extent: extent)
      return extent.shape.isEmpty ? .string(texts.first ?? "") : .strings(texts)
    case H5T_INTEGER.rawValue:
      let values = try readIntegers(attributeID, count: extent.count)
      return extent.shape.isEmpty ? .integer(values.first ?? 0) : .integers(values)
    case H5T_FLOAT.rawValue:
      let values = try readNumbers(attributeID, count: extent.count)
      return extent.shape.isEmpty ? .number(values.first ?? .nan) : .numbers(values)
    default:
      throw .mismatch(name: "\(path)@\(name)", reason: "is neither text nor numbers")
    }
  }

  private func create(
    _ name: String, type: hid_t, shape: [Int]
  ) throws(HDF5Error) -> Handle {
    let id = reference.id
    let extent = try Extent(shape: shape)
    let extentID = extent.id
    return try Handle("H5Acreate") {
      unsafe H5Acreate2(id, name, type, extentID, qds_h5_default(), qds_h5_default())
    }
  }

  private func write(strings: [String], shape: [Int], as name: String) throws(HDF5Error) {
    let type = try ElementType.variableString()
    let typeID = type.id
    let attribute = try create(name, type: typeID, shape: shape)
    let attributeID = attribute.id
    _ = try HDF5Library.call("H5Awrite") {
      unsafe withCStrings(strings) { table in unsafe H5Awrite(attributeID, typeID, table) }
    }
  }

  private func write(integers: [Int64], shape: [Int], as name: String) throws(HDF5Error) {
    let attribute = try create(name, type: qds_h5_file_int64(), shape: shape)
    let id = attribute.id
    _ = try HDF5Library.call("H5Awrite") { unsafe H5Awrite(id, qds_h5_native_int64(), integers) }
  }

  private func write(numbers: [Double], shape: [Int], as name: String) throws(HDF5Error) {
    let attribute = try create(name, type: qds_h5_file_double(), shape: shape)
    let id = attribute.id
    _ = try HDF5Library.call("H5Awrite") { unsafe H5Awrite(id, qds_h5_native_double(), numbers) }
  }

  private func readIntegers(_ id: hid_t, count: Int) throws(HDF5Error) -> [Int64] {
    var values = [Int64](repeating: 0, count: count)
    _ = try HDF5Library.call("H5Aread") { unsafe H5Aread(id, qds_h5_native_int64(), &values) }
    return values
  }

  private func readNumbers(_ id: hid_t, count: Int) throws(HDF5Error) -> [Double] {
    var values = [Double](repeating: .nan, count: count)
    _ = try HDF5Library.call("H5Aread") { unsafe H5Aread(id, qds_h5_native_double(), &values) }
    return values
  }

  private func readStrings(
    _ id: hid_t, type: hid_t, extent: borrowing Extent
  ) throws(HDF5Error) -> [String] {
    let extentID = extent.id
    let text = StoredText(type: type, extent: extentID, count: extent.count)
    return try unsafe text.read("H5Aread") { memoryType, buffer in
      unsafe H5Aread(id, memoryType, buffer)
    }
  }
}
