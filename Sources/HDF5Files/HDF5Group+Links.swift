import CHDF5

/// What lies under a name in a group.
public enum HDF5Kind: Sendable {
  case group
  case dataset
  /// A named type, or a link that leads nowhere.
  case other
}

extension HDF5Group {
  /// What lies under a name, or a path below; nil where there is nothing of this name.
  public func kind(of name: String) throws(HDF5Error) -> HDF5Kind? {
    guard try contains(name) else { return nil }
    let id = handle.id
    do throws(HDF5Error) {
      let object = try Handle("H5Oopen") { unsafe H5Oopen(id, name, qds_h5_default()) }
      let objectID = object.id
      switch HDF5Library.attempt({ H5Iget_type(objectID).rawValue }) {
      case H5I_GROUP.rawValue: return .group
      case H5I_DATASET.rawValue: return .dataset
      default: return .other
      }
    } catch {
      return .other
    }
  }

  /// Gives what lies under a name in this group a second name, as a hard link.
  public func link(_ existing: String, as name: String) throws(HDF5Error) {
    let id = handle.id
    _ = try HDF5Library.call("H5Lcreate_hard") {
      unsafe H5Lcreate_hard(id, existing, id, name, qds_h5_default(), qds_h5_default())
    }
  }
}

extension HDF5Object where Self: ~Copyable {
  /// The names of its attributes.
  public var attributeNames: [String] {
    get throws(HDF5Error) {
      let id = reference.id
      let count = try HDF5Library.call("H5Aget_num_attrs") { H5Aget_num_attrs(id) }
      var names: [String] = []
      for index in 0..<hsize_t(count) {
        let length = try HDF5Library.call("H5Aget_name_by_idx") {
          unsafe H5Aget_name_by_idx(
            id, ".", H5_INDEX_NAME, H5_ITER_INC, index, nil, 0, qds_h5_default())
        }
        var bytes = [CChar](repeating: 0, count: length + 1)
        _ = try HDF5Library.call("H5Aget_name_by_idx") {
          unsafe H5Aget_name_by_idx(
            id, ".", H5_INDEX_NAME, H5_ITER_INC, index, &bytes, bytes.count, qds_h5_default())
        }
        names.append(
          String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
      return names
    }
  }
}
