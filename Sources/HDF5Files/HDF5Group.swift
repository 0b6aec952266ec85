import CHDF5

/// A group of an open file.
public struct HDF5Group: HDF5Object, ~Copyable {
  public let path: String
  let handle: Handle
  let faults: ClosingFaults?

  public var reference: HDF5Reference { HDF5Reference(id: handle.id) }

  /// Makes a group inside this one.
  public func makeGroup(_ name: String) throws(HDF5Error) -> HDF5Group {
    let id = handle.id
    let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_group_creation()) }
    let propertiesID = properties.id
    _ = try HDF5Library.call("H5Pset_link_creation_order") {
      H5Pset_link_creation_order(propertiesID, qds_h5_creation_order())
    }
    let group = try Handle("H5Gcreate") {
      unsafe H5Gcreate2(id, name, qds_h5_default(), propertiesID, qds_h5_default())
    }
    return HDF5Group(path: child(name), handle: group, faults: faults)
  }

  /// The group of this name, or of this path below.
  public func group(_ name: String) throws(HDF5Error) -> HDF5Group {
    let object = try open(name, as: H5I_GROUP, called: "group")
    return HDF5Group(path: child(name), handle: object, faults: faults)
  }

  /// The dataset of this name, or of this path below.
  public func dataset(_ name: String) throws(HDF5Error) -> HDF5Dataset {
    let object = try open(name, as: H5I_DATASET, called: "dataset")
    return try HDF5Dataset(path: child(name), handle: object)
  }

  /// Whether there is anything of this name, or of this path below.
  public func contains(_ name: String) throws(HDF5Error) -> Bool {
    let id = handle.id
    var walked = ""
    for step in name.split(separator: "/") {
      walked += walked.isEmpty ? String(step) : "/\(step)"
      let isThere = try HDF5Library.call("H5Lexists") {
        unsafe H5Lexists(id, walked, qds_h5_default())
      }
      guard isThere > 0 else { return false }
    }
    return true
  }

  /// The names in this group, in the order in which they were made where the file knows it.
  public var names: [String] {
    get throws(HDF5Error) {
      let id = handle.id
      var information = H5G_info_t()
      _ = try HDF5Library.call("H5Gget_info") { unsafe H5Gget_info(id, &information) }
      var names: [String] = []
      for index in 0..<information.nlinks {
        let byOrder = try name(of: index, in: H5_INDEX_CRT_ORDER)
        let byName = try name(of: index, in: H5_INDEX_NAME)
        if let name = byOrder ?? byName { names.append(name) }
      }
      return names
    }
  }

  private func name(of index: hsize_t, in order: H5_index_t) throws(HDF5Error) -> String? {
    let id = handle.id
    let length = HDF5Library.attempt {
      unsafe H5Lget_name_by_idx(id, ".", order, H5_ITER_INC, index, nil, 0, qds_h5_default())
    }
    guard length >= 0 else { return nil }
    var bytes = [CChar](repeating: 0, count: length + 1)
    _ = try HDF5Library.call("H5Lget_name_by_idx") {
      unsafe H5Lget_name_by_idx(
        id, ".", order, H5_ITER_INC, index, &bytes, bytes.count, qds_h5_default())
    }
    let characters = bytes.dropLast()
    return String(decoding: characters.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func open(
    _ name: String, as kind: H5I_type_t, called word: String
  ) throws(HDF5Error) -> Handle {
    guard try contains(name) else { throw .absent(name: child(name)) }
    let id = handle.id
    let object = try Handle("H5Oopen", faults: faults) {
      unsafe H5Oopen(id, name, qds_h5_default())
    }
    let objectID = object.id
    guard HDF5Library.attempt({ H5Iget_type(objectID).rawValue }) == kind.rawValue else {
      throw .mismatch(name: child(name), reason: "is not a \(word)")
    }
    return object
  }

  func child(_ name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }
}
