import CHDF5

/// The types of elements that our files hold.
enum ElementType {
  /// Variable-length UTF-8, as h5py and NeXus write text.
  static func variableString() throws(HDF5Error) -> Handle {
    let type = try Handle("H5Tcopy") { H5Tcopy(qds_h5_c_string()) }
    let id = type.id
    _ = try HDF5Library.call("H5Tset_size") { H5Tset_size(id, qds_h5_variable_length()) }
    _ = try HDF5Library.call("H5Tset_cset") { H5Tset_cset(id, H5T_CSET_UTF8) }
    return type
  }

  /// Text of a fixed length in bytes, ended by a zero where it is shorter.
  static func fixedString(bytes: Int, like stored: hid_t) throws(HDF5Error) -> Handle {
    let type = try Handle("H5Tcopy") { H5Tcopy(stored) }
    let id = type.id
    _ = try HDF5Library.call("H5Tset_size") { H5Tset_size(id, bytes) }
    _ = try HDF5Library.call("H5Tset_strpad") { H5Tset_strpad(id, H5T_STR_NULLTERM) }
    return type
  }
}
