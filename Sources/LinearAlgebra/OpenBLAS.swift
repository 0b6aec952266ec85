import COpenBLAS

/// The library of linear algebra that runs stand on.
public enum OpenBLAS {
  /// How it was built, as it says itself.
  public static var configuration: String {
    guard let text = unsafe openblas_get_config() else { return "unknown" }
    return unsafe String(cString: text)
  }

  /// Keeps it to the thread that calls it: cores are for runs, not for one run's small matrices.
  public static func useOneThread() {
    openblas_set_num_threads(1)
  }
}
