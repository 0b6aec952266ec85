import CHDF5

extension HDF5Dataset {
  /// Makes this dataset the scale of a dimension, which other datasets can then share.
  public func becomeScale(named name: String) throws(HDF5Error) {
    let id = handle.id
    _ = try HDF5Library.call("H5DSset_scale") { unsafe H5DSset_scale(id, name) }
  }

  /// Says that a dimension of this dataset runs along a scale.
  public func attach(
    _ scale: borrowing HDF5Dataset, toDimension dimension: Int
  ) throws(HDF5Error) {
    let (id, scaleID) = (handle.id, scale.handle.id)
    _ = try HDF5Library.call("H5DSattach_scale") {
      H5DSattach_scale(id, scaleID, UInt32(dimension))
    }
  }

  /// Whether a dimension of this dataset runs along a scale.
  public func isAttached(
    _ scale: borrowing HDF5Dataset, toDimension dimension: Int
  ) throws(HDF5Error) -> Bool {
    let (id, scaleID) = (handle.id, scale.handle.id)
    return try HDF5Library.call("H5DSis_attached") {
      H5DSis_attached(id, scaleID, UInt32(dimension))
    } > 0
  }

  public var isScale: Bool {
    get throws(HDF5Error) {
      let id = handle.id
      return try HDF5Library.call("H5DSis_scale") { H5DSis_scale(id) } > 0
    }
  }
}
