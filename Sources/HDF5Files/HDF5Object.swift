/// A group or a dataset: what has attributes.
public protocol HDF5Object: ~Copyable {
  /// Its place in the file, as in `/entry/summary`.
  var path: String { get }
  var reference: HDF5Reference { get }
}

/// HDF5's identifier of an open object.
public struct HDF5Reference {
  let id: Int64
}
