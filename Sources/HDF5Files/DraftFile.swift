import CHDF5

/// The identifier of a file that grows in memory or on the disk.
///
/// HDF5 1.10 crashes when a file that a full disk has refused is closed a second time. A file on
/// the disk that is given up is therefore left open until the program ends.
struct DraftFile: ~Copyable {
  let id: hid_t
  private let storage: HDF5Draft.Storage
  private var isClosed = false

  init(path: String, storage: HDF5Draft.Storage) throws(HDF5Error) {
    let access = try Self.accessProperties(storage)
    let creation = try Self.creationProperties()
    let (accessID, creationID) = (access.id, creation.id)
    id = try HDF5Library.call("H5Fcreate") {
      unsafe H5Fcreate(path, qds_h5_truncate(), creationID, accessID)
    }
    self.storage = storage
  }

  deinit {
    guard !isClosed, storage == .memory else { return }
    let id = id
    _ = HDF5Library.attempt { H5Fclose(id) }
  }

  /// Brings everything that HDF5 still holds back into the file.
  func flush() throws(HDF5Error) {
    let id = id
    _ = try HDF5Library.call("H5Fflush") { H5Fflush(id, H5F_SCOPE_LOCAL) }
  }

  mutating func close() throws(HDF5Error) {
    let id = id
    isClosed = true
    _ = try HDF5Library.call("H5Fclose") { H5Fclose(id) }
  }

  /// The bytes of a file in memory.
  func image() throws(HDF5Error) -> [UInt8] {
    let id = id
    let size = try HDF5Library.call("H5Fget_file_image") { H5Fget_file_image(id, nil, 0) }
    var bytes = [UInt8](repeating: 0, count: size)
    _ = try HDF5Library.call("H5Fget_file_image") { unsafe H5Fget_file_image(id, &bytes, size) }
    return bytes
  }

  private static func accessProperties(_ storage: HDF5Draft.Storage) throws(HDF5Error) -> Handle {
    let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_file_access()) }
    let id = properties.id
    _ = try HDF5Library.call("H5Pset_fclose_degree") {
      H5Pset_fclose_degree(id, H5F_CLOSE_STRONG)
    }
    switch storage {
    case .memory:
      _ = try HDF5Library.call("H5Pset_fapl_core") { H5Pset_fapl_core(id, 1 << 20, false) }
    case .disk:
      _ = try HDF5Library.call("H5Pset_file_locking") { H5Pset_file_locking(id, false, true) }
      try limitCache(id)
    }
    return properties
  }

  /// Keeps HDF5 from holding ever more of the structure and the text of a growing file.
  private static func limitCache(_ properties: hid_t) throws(HDF5Error) {
    var cache = H5AC_cache_config_t()
    cache.version = H5AC__CURR_CACHE_CONFIG_VERSION
    _ = try HDF5Library.call("H5Pget_mdc_config") {
      unsafe H5Pget_mdc_config(properties, &cache)
    }
    (cache.set_initial_size, cache.initial_size) = (true, cacheLimit)
    (cache.min_size, cache.max_size) = (cacheLimit, cacheLimit)
    _ = try HDF5Library.call("H5Pset_mdc_config") {
      unsafe H5Pset_mdc_config(properties, &cache)
    }
  }

  /// Bytes of structure and text that HDF5 may keep of a file on the disk.
  private static let cacheLimit = 1 << 20

  private static func creationProperties() throws(HDF5Error) -> Handle {
    let properties = try Handle("H5Pcreate") { H5Pcreate(qds_h5_file_creation()) }
    let id = properties.id
    _ = try HDF5Library.call("H5Pset_link_creation_order") {
      H5Pset_link_creation_order(id, qds_h5_creation_order())
    }
    return properties
  }
}
