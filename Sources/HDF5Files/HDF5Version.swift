import CHDF5

/// Which HDF5 the program runs with.
public enum HDF5Version {
  public static var text: String {
    var (major, minor, release) = (UInt32(0), UInt32(0), UInt32(0))
    _ = HDF5Library.attempt { unsafe H5get_libversion(&major, &minor, &release) }
    return "\(major).\(minor).\(release)"
  }
}
